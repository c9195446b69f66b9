import { z } from 'zod/v4';

import { LIMITS } from '../limits';
import { sku } from '../rules/identifiers';
import { requiredText } from '../rules/rules';
import { around, envelope, kept, listOf, showing, textPart, texts, type Draft } from './envelope';

/**
 * Draft of a catalog message: `interactive.type` "catalog_message". It names no catalog, since it opens
 * the one that is connected to the account. Its thumbnail is documented as optional, but live traffic
 * refuses a message without one. Facts 1.4, 0.3.
 */
export const catalogMessageDraft = z
	.object({
		...envelope,
		...texts,
		bodyText: requiredText(LIMITS.bodyText, 'A catalog message needs one.'),
		thumbnailProductRetailerId: sku,
	})
	.transform((given): Draft => {
		const { thumbnailProductRetailerId: thumbnail } = given;
		const interactive = {
			type: 'catalog_message',
			body: { text: given.bodyText },
			...textPart('footer', given.footerText),
			action: {
				name: 'catalog_message',
				parameters: { thumbnail_product_retailer_id: thumbnail },
			},
		};
		const sections = listOf([thumbnail]);
		const shows = showing(given, { button: 'View catalog', products: 'onMessage', sections });
		return {
			...kept(given),
			products: [thumbnail],
			minProducts: 1,
			dropped: [],
			folded: [],
			messages: (leftOut) =>
				leftOut.has(thumbnail) ? [] : [around(given, 'interactive', interactive, shows)],
		};
	});
