import { z } from 'zod/v4';

import { LIMITS } from '../limits';
import { requiredText } from '../rules/rules';
import { schemaPerOptions } from '../rules/schemaCache';
import { cardsInput, shopIdsIn, skusIn, withoutDuplicates } from '../sections/sections';
import { numbered, splitCards } from '../sections/splitSections';
import { onlyOne } from '../values/onlyOne';
import {
	around,
	envelope,
	kept,
	listOf,
	showing,
	type Draft,
	type Envelope,
	type OutgoingMessage,
} from './envelope';
import type { ListOptions } from './multiProduct';
import { singleProduct } from './singleProduct';

/** `interactive.type` "carousel" with product cards and a body, nothing else. Facts 1.5. */
function carousel(
	given: Envelope & { bodyText: string },
	bodyText: string,
	products: string[],
): OutgoingMessage {
	const interactive = {
		type: 'carousel',
		body: { text: bodyText },
		action: {
			cards: products.map((product, index) => ({
				card_index: index,
				type: 'product',
				action: { product_retailer_id: product, catalog_id: given.catalogId },
			})),
		},
	};
	const cards = { button: null, products: 'onMessage', sections: listOf(products) } as const;
	return around(given, 'interactive', interactive, showing({ bodyText, footerText: '' }, cards));
}

const draft = ({ overflow, singleWhenOne }: ListOptions) =>
	z
		.object({
			...envelope,
			bodyText: requiredText(LIMITS.bodyText, 'A carousel needs one.'),
			sections: cardsInput(overflow, singleWhenOne ? 1 : LIMITS.cards.min),
		})
		.transform((given): Draft => {
			const { sections, dropped } = withoutDuplicates(given.sections);
			const products = skusIn(sections);
			return {
				...kept(given),
				products,
				minProducts: singleWhenOne ? 1 : LIMITS.cards.min,
				dropped,
				folded: [],
				shopIds: shopIdsIn(given.sections),
				messages(leftOut) {
					const left = products.filter((sku) => !leftOut.has(sku));
					const only = singleWhenOne ? onlyOne(left) : undefined;
					if (only !== undefined) return [singleProduct({ ...given, footerText: '' }, only)];
					const parts = splitCards(left);
					const body = (index: number) =>
						numbered(given.bodyText, index + 1, parts.length, LIMITS.bodyText);
					return parts.map((part, index) => carousel(given, body(index), part));
				},
			};
		});

/**
 * Draft of a product carousel: 2 to 10 cards, or more when they may be split over several messages.
 * Sections only set the order of the cards.
 */
export const productCarouselDraft = schemaPerOptions(draft);
