import { z } from 'zod/v4';

import { LIMITS } from '../limits';
import { requiredText } from '../rules/rules';
import {
	sectionsInput,
	shopIdsIn,
	skusIn,
	underTheirIds,
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
}

const draft = (overflow: Overflow, singleWhenOne: boolean) =>
	z
		.object({
			...envelope,
			headerText: requiredText(LIMITS.headerText, 'A multi-product message needs one.'),
			...texts,
			bodyText: requiredText(LIMITS.bodyText, 'A multi-product message needs one.'),
			sections: sectionsInput(overflow),
		})
		.transform((given): Draft => {
			const { sections, dropped } = withoutDuplicates(given.sections);
			return {
				...kept(given),
				products: skusIn(sections),
				minProducts: 1,
				dropped,
				shopIds: shopIdsIn(given.sections),
				messages(leftOut, idOf) {
					const left = underTheirIds(withoutProducts(sections, leftOut), idOf);
					const only = singleWhenOne ? onlyOne(skusIn(left)) : undefined;
					if (only !== undefined) return [singleProduct(given, only)];
					const parts = splitSections(left);
					const header = (index: number) =>
						numbered(given.headerText, index + 1, parts.length, LIMITS.headerText);
					return parts.map((part, index) => productList(given, header(index), part));
				},
			};
		});

/** Built once and not for each message, see schemaCache.ts. */
const DRAFTS = {
	fail: { onlyLists: draft('fail', false), orSingle: draft('fail', true) },
	split: { onlyLists: draft('split', false), orSingle: draft('split', true) },
};

/**
 * Draft of a multi-product message: up to 10 sections and 30 products, or more when the list may be
 * split over several messages.
 */
export const multiProductDraft = ({ overflow, singleWhenOne }: ListOptions) =>
	DRAFTS[overflow][singleWhenOne ? 'orSingle' : 'onlyLists'];
