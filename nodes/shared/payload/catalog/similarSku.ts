import { onlyOne } from '../values/onlyOne';

/** Characters that are mistaken for each other when a SKU is typed or read aloud. */
const LOOKALIKES: Record<string, string> = { O: '0', I: '1', L: '1', S: '5', B: '8', Z: '2' };

/** Most edits that still count as a typing mistake. */
const MAX_EDITS = 2;

/**
 * The candidate that `sku` was probably meant to be: equal but for case, separators or characters
 * that look alike, else at most two edits away. Null when none is close, or when two are equally so.
 */
export function nearestSku(sku: string, candidates: string[]): string | null {
	const same = onlyOne(candidates.filter((one) => folded(one) === folded(sku)));
	if (same !== undefined) return same;
	const [nearest, next] = candidates
		.map((one) => ({ one, edits: distance(sku.toUpperCase(), one.toUpperCase()) }))
		// In a short SKU so many edits make another SKU.
		.filter(({ one, edits }) => edits <= MAX_EDITS && edits * 3 <= one.length)
		.toSorted((a, b) => a.edits - b.edits);
	return nearest === undefined || nearest.edits === next?.edits ? null : nearest.one;
}

const folded = (sku: string): string =>
	sku
		.toUpperCase()
		.replace(/[\s_./-]/g, '')
		.replace(/[OILSBZ]/g, (character) => LOOKALIKES[character] ?? character);

/** What the table of edits has beyond its edges. */
const NONE = Number.POSITIVE_INFINITY;

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
function distance(a: string, b: string): number {
	// Row `i` holds the edits from the first `i` characters of `a` to each prefix of `b`.
	let rowBefore: number[] = [];
	let row = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			const inserted = (next[j - 1] ?? NONE) + 1;
			let edits = Math.min((row[j] ?? NONE) + 1, inserted, (row[j - 1] ?? NONE) + cost);
			const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (isSwap) edits = Math.min(edits, (rowBefore[j - 2] ?? NONE) + 1);
			next.push(edits);
		}
		[rowBefore, row] = [row, next];
	}
	return row[b.length] ?? NONE;
}
