import { z } from 'zod/v4';

import { readSkus } from '../rules/identifiers';
import { anything, report } from '../rules/rules';
import { isRecord } from '../values/objects';
import { type PastedSkus, readPastedSkus, readSkuRows } from './pastedSkus';

const NONE: PastedSkus = { skus: [], shopIds: [] };

/**
 * One text may hold several SKUs, or a table of them; a single number, as a sheet gives it, is one.
 * The rows of a table may come as a list of objects.
 *
 * @returns null when it cannot be read, which is reported
 */
function pastedSkus(given: unknown, ctx: z.RefinementCtx): PastedSkus | null {
	const read = readTable(given);
	if (read && 'rule' in read) {
		report(ctx, read);
		return null;
	}
	const list = read?.skus ?? asList(given);
	const skus = readSkus(list, ctx);
	return Array.isArray(list) ? { skus, shopIds: read?.shopIds ?? [] } : null;
}

const asList = (given: unknown): unknown =>
	typeof given === 'number' || typeof given === 'bigint' ? [given] : given;

/** The SKUs in any such value, unchecked; the value itself where it holds none. */
export function skusGiven(given: unknown): unknown[] {
	const read = readTable(given);
	const list = read && 'skus' in read ? read.skus : asList(given);
	return Array.isArray(list) ? list : [given];
}

function readTable(given: unknown): ReturnType<typeof readSkuRows> {
	if (typeof given === 'string') return readPastedSkus(given);
	return Array.isArray(given) && given.length > 0 && given.every(isRecord)
		? readSkuRows(given)
		: null;
}

/** The field `skus` of Check Products: a pasted text, a table or a list, at least one. */
export const skuListInput = z.object({
	skus: anything.transform((given, ctx): PastedSkus => {
		const read = pastedSkus(given ?? [], ctx);
		if (read?.skus.length === 0) {
			report(ctx, { rule: 'missing', hint: 'Enter at least one SKU.' });
		}
		return read ?? NONE;
	}),
});

/** The SKUs of a section in a pasted text, a table or a list; none is fine. What cannot be read is reported. */
export const readSkuInput = (given: unknown, ctx: z.RefinementCtx): PastedSkus =>
	pastedSkus(given, ctx) ?? NONE;

/** The same as a field of its own, which may be left out. */
export const pastedSkusInput = anything.transform((given, ctx) => readSkuInput(given ?? [], ctx));
