/** Characters that are mistaken for each other when a SKU is typed or read aloud. */
const LOOKALIKES: Record<string, string> = { O: '0', I: '1', L: '1', S: '5', B: '8', Z: '2' };

/** Edits that still count as a slip of the finger. */
const MAX_EDITS = 2;

/**
 * The candidate that `sku` was probably meant to be: equal but for case, separators or characters
 * that look alike, else at most two edits away. Null when none is close, or when two are equally so.
 */
export function nearestSku(sku: string, candidates: string[]): string | null {
	const same = candidates.filter((one) => folded(one) === folded(sku));
	if (same.length === 1) return same[0];
	const near = candidates
		.map((one) => ({ one, edits: distance(sku.toUpperCase(), one.toUpperCase()) }))
		// A short SKU of which half is other characters is another SKU.
		.filter(({ one, edits }) => edits <= MAX_EDITS && edits * 3 <= one.length)
		.sort((a, b) => a.edits - b.edits);
	if (near.length === 0 || near[0].edits === near[1]?.edits) return null;
	return near[0].one;
}

const folded = (sku: string): string =>
	sku
		.toUpperCase()
		.replace(/[\s_./-]/g, '')
		.replace(/[OILSBZ]/g, (character) => LOOKALIKES[character]);

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
function distance(a: string, b: string): number {
	const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let edits = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + cost);
			const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (isSwap) edits = Math.min(edits, rows[i - 2][j - 2] + 1);
			row.push(edits);
		}
		rows.push(row);
	}
	return rows[a.length][b.length];
}
