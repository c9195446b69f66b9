import type { z } from 'zod/v4';

import { LIMITS } from '../limits';
import { isBlank, skuText, trimmed } from '../values/text';
import { anything, checkLength, report, textField, type BrokenRule } from './rules';

/** Ids of Meta's objects are decimal digits. Anything else could change the URL it is put into. */
const GRAPH_ID = /^\d{1,32}$/;

const NO_PRODUCT = 'Pick a product or give its SKU, or remove the row.';

/** Whether `value` can be used in a Graph URL as the id of an object (number, account, app, catalog). */
export function isGraphId(value: unknown): value is string {
	return typeof value === 'string' && GRAPH_ID.test(value);
}

/** The id of one of Meta's objects; `example` is shown when the given one is not an id. */
export const graphId = (example: string) =>
	textField((id, ctx) => {
		if (isGraphId(id)) return;
		if (isBlank(id)) report(ctx, { rule: 'missing', hint: 'Choose one from the list.' });
		else report(ctx, { rule: 'notAnId', given: id, example });
	}, trimmed);

/** The same for an optional id; blank means none. */
export const optionalGraphId = (example: string) =>
	textField((id, ctx) => {
		if (!isBlank(id) && !isGraphId(id)) report(ctx, { rule: 'notAnId', given: id, example });
	}, trimmed);

/** Visible ASCII without blanks, like most SKUs: valid without further checks. */
const PLAIN_SKU = /^[!-~]+$/;

/**
 * Reads a SKU. A product's `product_retailer_id` is the merchant's own SKU ("Content ID"), not Meta's
 * numeric product id (facts 0.6). Meta states no alphabet and no length (facts 9.3), so spaces and commas
 * pass; control characters do not, since nobody types them on purpose.
 *
 * @returns the SKU, or the rule that the input breaks
 */
function readSku(given: unknown): string | BrokenRule {
	if (typeof given === 'string' && PLAIN_SKU.test(given)) return given;
	const text = skuText(given);
	if (typeof text !== 'string') return { rule: 'notText', given: text };
	const id = trimmed(text);
	if (isBlank(id)) return { rule: 'missing', hint: NO_PRODUCT };
	return /\p{Cc}/u.test(id) ? { rule: 'controlCharacter', what: 'SKU' } : id;
}

/** A SKU. */
export const sku = anything.transform((given, ctx): string => {
	const id = readSku(given);
	if (typeof id === 'string') return id;
	report(ctx, id);
	return '';
});

/** Reads a list of SKUs in a single zod step and reports what is wrong with each. */
export function readSkus(given: unknown, ctx: z.RefinementCtx): string[] {
	if (!Array.isArray(given)) {
		report(ctx, { rule: 'notList', given });
		return [];
	}
	return given.map((one, index) => {
		const id = readSku(one);
		if (typeof id === 'string') return id;
		report(ctx, id, [index]);
		return '';
	});
}

/** The wamid of a message to quote; blank means none. Facts 1.1. */
export const optionalMessageId = () =>
	textField((id, ctx) => {
		checkLength(id, LIMITS.messageId, ctx);
		if (id.length <= LIMITS.messageId && /\s/.test(id)) {
			report(ctx, { rule: 'notAMessageId', given: id });
		}
	}, trimmed);
