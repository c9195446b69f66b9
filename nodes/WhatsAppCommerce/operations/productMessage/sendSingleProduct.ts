import { singleProductDraft } from '../../../shared/payload/messages/singleProduct';
import { catalog } from '../../fields/catalog';
import { readEnvelope } from '../../fields/envelope';
import { sendOptions } from '../../fields/options/message';
import { windowFallbackOptions } from '../../fields/options/windowFallback';
import { product } from '../../fields/product';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { footerText, optionalBodyText } from '../../fields/texts';
import { eachItemAlone } from '../../items/items';
import { operation } from '../../items/operation';
import { sendOperation } from '../../sending/sendOperation';

/** Sends one product with its picture, name and price (interactive type `product`). */
export const sendSingleProduct = operation({
	resource: 'productMessage',
	value: 'sendSingleProduct',
	name: 'Send Single Product',
	action: 'Send a single product message',
	description: 'Send one product with its picture, name and price',
	subtitle: 'Single product',
	sends: true,
	fields: [
		sender,
		recipient,
		catalog,
		product,
		optionalBodyText,
		footerText,
		sendOptions(windowFallbackOptions),
	],
	execute: sendOperation({
		groups: eachItemAlone,
		async read(run, { items: [item] }) {
			const fields = { ...readEnvelope(run, item), productRetailerId: product.read(run, item) };
			return { fields, schema: singleProductDraft };
		},
	}),
});
