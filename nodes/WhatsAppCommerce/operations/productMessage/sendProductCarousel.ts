import { LIMITS } from '../../../shared/payload/limits';
import { productCarouselDraft } from '../../../shared/payload/messages/productCarousel';
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
import { bodyText } from '../../fields/texts';
import { operation } from '../../items/operation';
import { sendOperation } from '../../sending/sendOperation';

/** Sends 2 to 10 products as cards (interactive type `carousel`). */
export const sendProductCarousel = operation({
	resource: 'productMessage',
	value: 'sendProductCarousel',
	name: 'Send Product Carousel',
	action: 'Send a product carousel',
	description: `Send ${LIMITS.cards.min} to ${LIMITS.cards.max} products as cards to swipe through`,
	subtitle: 'Product carousel',
	sends: true,
	fields: [
		sender,
		recipient,
		bodyText,
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
				sections: await productList.read(run, items),
			};
			return { fields, schema: productCarouselDraft(readListOptions(run, item)) };
		},
	}),
});
