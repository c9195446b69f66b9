import { isRecord } from '../../shared/payload/values/objects';
import { splitSkus } from '../../shared/payload/values/text';

/**
 * The texts of a list as a builder gives it: with commas, semicolons, tabs or new lines, or as a list from an expression.
 */
export const listOf = (given: unknown): string[] =>
	entriesOf(given).filter((one) => typeof one === 'string');

/** The same with whole customers, which an expression can yield. */
export const entriesOf = (given: unknown): Array<string | Record<string, unknown>> =>
	[given].flat().flatMap((one): Array<string | Record<string, unknown>> => {
		if (typeof one === 'string') return splitSkus(one);
		if (Number.isSafeInteger(one)) return [String(one)];
		return isRecord(one) ? [one] : [];
	});

/** Phone numbers and IDs compare by their digits, however they are written. */
export const digitsOf = (text: string | null): string => (text ?? '').replace(/\D/g, '');
