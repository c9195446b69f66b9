import type { Catalog } from '../catalog/product.mts';
import { TROUBLES } from './table.mts';
import type { TroubleValues } from './table.mts';
import type { Trouble } from './trouble.mts';

/** Checks requested values against the table: returns all values, or a sentence about the first one that is wrong. */
export function changedTroubles(
	values: TroubleValues,
	wish: Record<string, unknown>,
): TroubleValues | { problem: string } {
	for (const [name, value] of Object.entries(wish)) {
		const trouble = TROUBLES.find((candidate) => candidate.name === name);
		if (!trouble) {
			const names = TROUBLES.map((known) => known.name).join(', ');
			return { problem: `There is no trouble "${name}". There are: ${names}.` };
		}
		const problem = problemOf(trouble, value);
		if (problem !== null) return { problem };
	}
	// Sound: every name and value has just been checked.
	return { ...values, ...(wish as Partial<TroubleValues>) };
}

function problemOf(trouble: Trouble, value: unknown): string | null {
	if (trouble.kind === 'number') {
		const { name, min, max } = trouble;
		return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
			? null
			: `"${name}" must be a whole number from ${min} to ${max}.`;
	}
	const values = trouble.choices.map((choice) => choice.value);
	return values.some((known) => known === value)
		? null
		: `"${trouble.name}" must be one of ${values.join(', ')}.`;
}

/** By the catalog's review alone, so that this way to be turned down can be tried too (facts 17.1). */
const REJECTED = { reviewStatus: 'rejected', whatsappReview: null } as const;

/** Puts new values in place; the catalogs follow, since they hold the review themselves. */
export function setTroubles(
	state: { troubles: TroubleValues; readonly catalogs: ReadonlyMap<string, Catalog> },
	values: TroubleValues,
): void {
	state.troubles = values;
	for (const catalog of state.catalogs.values())
		catalog.reviewAll(values.productReview === 'rejected' ? REJECTED : null);
}
