import { LIMITS } from '../../../shared/payload/limits';
import { multiProductDraft } from '../../../shared/payload/messages/multiProduct';
import { catalog } from '../../fields/catalog';
import { readEnvelope } from '../../fields/envelope';
import {
	overflow,
	readListOptions,
	sendOptions,
	singleWhenOne,
} from '../../fields/options/message';
import { windowFallbackOptions } from '../../fields/options/windowFallback';
import { productList } from '../../fields/productList';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { groupsBySource } from '../../fields/sources/inputItems';
import { bodyText, footerText, headerText } from '../../fields/texts';
import { operation } from '../../items/operation';
import { sendOperation } from '../../sending/sendOperation';

/** Sends up to 30 products in up to 10 sections (interactive type `product_list`). */
export const sendMultiProduct = operation({
	resource: 'productMessage',
	value: 'sendMultiProduct',
	name: 'Send Multi-Product',
	action: 'Send a multi product message',
	description: `Send a list of up to ${LIMITS.products} products in sections, to choose from and order`,
	subtitle: 'Multi-product',
	sends: true,
	fields: [
		sender,
		recipient,
		headerText,
		bodyText,
		footerText,
		catalog,
		...productList.properties,
		sendOptions([overflow.property, singleWhenOne, ...windowFallbackOptions]),
	],
	execute: sendOperation({
		groups: groupsBySource,
		async read(run, { items }) {
			const [item] = items;
			const fields = {
				...readEnvelope(run, item),
				headerText: headerText.read(run, item),
				sections: await productList.read(run, items),
			};
			return { fields, schema: multiProductDraft(readListOptions(run, item)) };
		},
	}),
});
