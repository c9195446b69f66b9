import { z } from 'zod/v4';

import { sku } from '../rules/identifiers';
import {
	around,
	envelope,
	kept,
	listOf,
	showing,
	textPart,
	texts,
	type Draft,
	type Envelope,
	type OutgoingMessage,
} from './envelope';

/** `interactive.type` "product": no header; body and footer are optional. Facts 1.2. */
export function singleProduct(
	given: Envelope & { bodyText: string; footerText: string },
	product: string,
): OutgoingMessage {
	const interactive = {
		type: 'product',
		...textPart('body', given.bodyText),
		...textPart('footer', given.footerText),
		action: { catalog_id: given.catalogId, product_retailer_id: product },
	};
	const sections = listOf([product]);
	const shows = showing(given, { button: 'View', products: 'onMessage', sections });
	return around(given, 'interactive', interactive, shows);
}

/** Draft of a single-product message. */
export const singleProductDraft = z
	.object({ ...envelope, productRetailerId: sku, ...texts })
	.transform((given): Draft => {
		const { productRetailerId: product } = given;
		return {
			...kept(given),
			products: [product],
			minProducts: 1,
			dropped: [],
			folded: [],
			messages: (leftOut) => (leftOut.has(product) ? [] : [singleProduct(given, product)]),
		};
	});
