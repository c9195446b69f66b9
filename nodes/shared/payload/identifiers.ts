import { z } from 'zod';

import { LIMITS } from './limits';
import { report } from './rules';
import { codePointCount, isBlank, trimmedText } from './text';

/** Ids of Meta's objects are decimal digits. Anything else could change the URL it is put into. */
const GRAPH_ID = /^\d{1,32}$/;

const NO_PRODUCT = 'Pick a product or give its SKU, or remove the row.';

/** Whether `value` can stand in a Graph URL as the id of an object (number, account, app, catalog). */
export function isGraphId(value: unknown): value is string {
	return typeof value === 'string' && GRAPH_ID.test(value);
}

/** The id of one of Meta's objects; `example` is shown when the given one is not an id. */
export const graphId = (example: string) =>
	z.preprocess(
		trimmedText,
		z.string().superRefine((id, ctx) => {
			if (isBlank(id)) report(ctx, { rule: 'missing', hint: 'Choose one from the list.' });
			else if (!isGraphId(id)) report(ctx, { rule: 'notAnId', given: id, example });
		}),
	);

/** The same where it may be left out; blank means none. */
export const optionalGraphId = (example: string) =>
	z.preprocess(
		trimmedText,
		z.string().superRefine((id, ctx) => {
			if (!isBlank(id) && !isGraphId(id)) report(ctx, { rule: 'notAnId', given: id, example });
		}),
	);

/**
 * A product's `product_retailer_id`: the merchant's own SKU ("Content ID"), not Meta's numeric
 * product id (facts 0.6). Meta states no alphabet and no length (facts 9.3), so spaces and commas
 * pass; control characters cannot be part of a SKU that someone typed on purpose.
 */
export const sku = () =>
	z.preprocess(
		trimmedText,
		z.string().superRefine((id, ctx) => {
			if (isBlank(id)) report(ctx, { rule: 'missing', hint: NO_PRODUCT });
			else if (/\p{Cc}/u.test(id)) report(ctx, { rule: 'controlCharacter', what: 'SKU' });
		}),
	);

/** The wamid of a message to quote; blank means none. Facts 1.1. */
export const optionalMessageId = () =>
	z.preprocess(
		trimmedText,
		z.string().superRefine((id, ctx) => {
			const actual = codePointCount(id);
			if (actual > LIMITS.messageId) {
				report(ctx, { rule: 'tooLong', actual, max: LIMITS.messageId });
			} else if (/\s/.test(id)) {
				report(ctx, { rule: 'notAMessageId', given: id });
			}
		}),
	);
