import { z } from 'zod/v4';

import { LABELS } from '../labels';
import { LIMITS } from '../limits';
import { headerLine } from '../rules/headerLine';
import type { LineBreaks } from '../rules/oneLine';
import { requiredText } from '../rules/rules';
import { schemaPerOptions } from '../rules/schemaCache';
import {
	sectionsInput,
	shopIdsIn,
	skusIn,
	withoutDuplicates,
	withoutProducts,
	type Overflow,
	type ProductSection,
} from '../sections/sections';
import { numbered, splitSections } from '../sections/splitSections';
import { onlyOne } from '../values/onlyOne';
import {
	around,
	envelope,
	kept,
	showing,
	textPart,
	texts,
	type Draft,
	type Envelope,
	type OutgoingMessage,
} from './envelope';
import { singleProduct } from './singleProduct';

/** `interactive.type` "product_list": text header and body, optional footer. Facts 1.3. */
function productList(
	given: Envelope & { bodyText: string; footerText: string },
	header: string,
	sections: ProductSection[],
): OutgoingMessage {
	const interactive = {
		type: 'product_list',
		header: { type: 'text', text: header },
		body: { text: given.bodyText },
		...textPart('footer', given.footerText),
		action: { catalog_id: given.catalogId, sections },
	};
	const products = { button: 'View items', products: 'behindButton', sections } as const;
	return around(given, 'interactive', interactive, showing(given, { header, ...products }));
}

/** How a multi-product list becomes messages. */
export interface ListOptions {
	overflow: Overflow;
	/** Whether a list with one product left is sent as a single-product message. */
	singleWhenOne: boolean;
	/** What to do with a header of several lines; it is folded without a choice. */
	lineBreaks?: LineBreaks;
}

const draft = ({ overflow, singleWhenOne, lineBreaks = 'fold' }: ListOptions) =>
	z
		.object({
			...envelope,
			headerText: headerLine('A multi-product message needs one.', lineBreaks),
			...texts,
			bodyText: requiredText(LIMITS.bodyText, 'A multi-product message needs one.'),
			sections: sectionsInput(overflow),
		})
		.transform((given): Draft => {
			const { sections, dropped } = withoutDuplicates(given.sections);
			const { text: headerText, isFolded } = given.headerText;
			return {
				...kept(given),
				products: skusIn(sections),
				minProducts: 1,
				dropped,
				folded: isFolded ? [LABELS.headerText] : [],
				shopIds: shopIdsIn(given.sections),
				messages(leftOut) {
					const left = withoutProducts(sections, leftOut);
					const only = singleWhenOne ? onlyOne(skusIn(left)) : undefined;
					if (only !== undefined) return [singleProduct(given, only)];
					const parts = splitSections(left);
					const header = (index: number) =>
						numbered(headerText, index + 1, parts.length, LIMITS.headerText);
					return parts.map((part, index) => productList(given, header(index), part));
				},
			};
		});

/**
 * Draft of a multi-product message: up to 10 sections and 30 products, or more when the list may be
 * split over several messages.
 */
export const multiProductDraft = schemaPerOptions(draft);
