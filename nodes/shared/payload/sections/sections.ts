import { z } from 'zod/v4';

import type { DroppedProduct } from '../catalog/availability';
import { LIMITS } from '../limits';
import { sku } from '../rules/identifiers';
import { anything, checkLength, report, textField } from '../rules/rules';
import { isBlank, trimmed } from '../values/text';
import { readSections } from './readSections';
import { readSkuInput } from './skuInput';

/** One section as Meta wants it. Facts 1.3. */
export interface ProductSection {
	title?: string;
	product_items: Array<{ product_retailer_id: string }>;
}

const productItem = z.object({ product_retailer_id: sku }).strict();

/** The title of a section; blank means none. */
const sectionTitleInput = () =>
	textField((title, ctx) => {
		if (/\p{Cc}/u.test(title)) report(ctx, { rule: 'controlCharacter', what: 'title' });
		else checkLength(title, LIMITS.sectionTitle, ctx);
	}, trimmed);

/**
 * A section as builders give it: our own `skus` (a list, or one text with separators) or Meta's
 * `product_items`. Strict, so that a misspelt key is reported and not silently left out.
 */
const section = z
	.object({
		title: sectionTitleInput(),
		skus: anything.transform((given, ctx) =>
			given === undefined ? undefined : readSkuInput(given, ctx),
		),
		product_items: z.array(productItem).optional(),
		/** Not for builders: what a shop calls these products, from a table. */
		shopIds: z.array(z.tuple([z.string(), z.string()])).optional(),
	})
	.strict()
	.superRefine((given, ctx) => {
		if (given.skus && given.product_items) report(ctx, { rule: 'skusTwice' });
		else if (skusOf(given).length === 0) report(ctx, { rule: 'sectionEmpty' });
	});

type Section = z.infer<typeof section>;

/** A section of one product. */
export const sectionOf = (id: string): Section => ({
	title: '',
	skus: undefined,
	product_items: [{ product_retailer_id: id }],
});

const skusOf = (given: Section): string[] =>
	given.skus?.skus ?? given.product_items?.map((item) => item.product_retailer_id) ?? [];

const sectionTitle = (given: Section): string | undefined =>
	isBlank(given.title) ? undefined : given.title;

/** What one message can hold: sections and distinct products. Facts 1.3. */
function checkCounts(sections: Section[], ctx: z.RefinementCtx): void {
	const given = sections.reduce((sum, one) => sum + skusOf(one).length, 0);
	if (sections.length <= LIMITS.sections && given <= LIMITS.products) return;
	// A section that holds only repeats is not sent.
	const sent = withoutDuplicates(sections).sections;
	if (sent.length > LIMITS.sections) {
		report(ctx, { rule: 'tooManySections', actual: sent.length, max: LIMITS.sections });
	}
	const products = skusIn(sent).length;
	if (products > LIMITS.products) {
		report(ctx, { rule: 'tooManyProducts', actual: products, max: LIMITS.products });
	}
}

const sectionList = z.array(section).superRefine((sections, ctx) => {
	if (sections.length === 0) report(ctx, { rule: 'noSections' });
	// Meta requires titles only where there is more than one section (facts 1.3).
	if (sections.length > 1) {
		sections.forEach((given, index) => {
			if (sectionTitle(given)) return;
			report(ctx, { rule: 'sectionTitleMissing', max: LIMITS.sectionTitle }, [index, 'title']);
		});
	}
});

/** Longer lists are refused without checking each section, which would only take time. */
const MOST_SECTIONS = 1_000;

/**
 * The field `sections` in all its forms.
 *
 * @param overflow `fail` limits the list to what one message takes; `split` allows more
 */
export const sectionsInput = (overflow: Overflow) =>
	z.preprocess(
		(value, ctx) => {
			const given = sectionsOrJson(value, ctx);
			const actual = Array.isArray(given) ? given.length : 0;
			if (overflow === 'split' || actual <= MOST_SECTIONS) return given;
			report(ctx, { rule: 'tooManySections', actual, max: LIMITS.sections }, [], true);
			return z.NEVER;
		},
		overflow === 'fail' ? sectionList.superRefine(checkCounts) : sectionList,
	);

/**
 * The same for a carousel, whose cards have no sections.
 *
 * @param min fewest cards
 */
export const cardsInput = (overflow: Overflow, min: number) =>
	z.preprocess(
		sectionsOrJson,
		z.array(section).superRefine((sections, ctx) => {
			const actual = new Set(sections.flatMap(skusOf)).size;
			const { max } = LIMITS.cards;
			if (sections.length === 0) report(ctx, { rule: 'noSections' });
			else if (actual < min) report(ctx, { rule: 'tooFewCards', actual, min, max });
			else if (overflow === 'fail' && actual > max) {
				report(ctx, { rule: 'tooManyCards', actual, max });
			}
		}),
	);

function sectionsOrJson(value: unknown, ctx: z.RefinementCtx): unknown {
	try {
		return readSections(value);
	} catch (syntax) {
		report(
			ctx,
			{ rule: 'notJson', reason: syntax instanceof Error ? syntax.message : String(syntax) },
			[],
			true,
		);
		return z.NEVER;
	}
}

/** Whether a list that is too long for one message is refused or split. */
export type Overflow = 'fail' | 'split';

/** The sections without the given products; a section that loses all of its products is removed. */
export function withoutProducts(
	sections: ProductSection[],
	leftOut: ReadonlySet<string>,
): ProductSection[] {
	if (leftOut.size === 0) return sections;
	return sections
		.map((given) => ({
			...given,
			product_items: given.product_items.filter((item) => !leftOut.has(item.product_retailer_id)),
		}))
		.filter((given) => given.product_items.length > 0);
}

/** SKUs in the order in which the customer sees them. */
export function skusIn(sections: ProductSection[]): string[] {
	const skus: string[] = [];
	for (const { product_items: items } of sections) {
		for (const item of items) skus.push(item.product_retailer_id);
	}
	return skus;
}

/** What the shop calls the products itself, by SKU; the first one counts. */
export const shopIdsIn = (sections: Section[]): ReadonlyMap<string, string> =>
	new Map(
		sections.flatMap(({ shopIds = [], skus }) => [...(skus?.shopIds ?? []), ...shopIds]).reverse(),
	);

/**
 * Sections as they are sent: a repeated SKU is left out and reported, since Meta documents nothing
 * about duplicates (facts 9.3). A section that holds only repeats is removed.
 */
export function withoutDuplicates(sections: Section[]): {
	sections: ProductSection[];
	dropped: DroppedProduct[];
} {
	const seen = new Set<string>();
	const dropped: DroppedProduct[] = [];
	const kept: ProductSection[] = [];
	for (const given of sections) {
		const title = sectionTitle(given);
		const items: ProductSection['product_items'] = [];
		for (const id of skusOf(given)) {
			if (seen.has(id)) dropped.push({ sku: id, reason: 'duplicate' });
			else items.push({ product_retailer_id: id });
			seen.add(id);
		}
		if (items.length > 0) kept.push({ ...(title && { title }), product_items: items });
	}
	return { sections: kept, dropped };
}
