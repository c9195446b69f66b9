/** Letters of other scripts that look like a Latin one, and the Latin ones below them. */
const TWINS = [
	{ script: 'АВЕКМНОРСТУХЅІЈԚԜаеорсухѕіјԛԝ', latin: 'ABEKMHOPCTYXSIJQWaeopcyxsijqw' },
	{ script: 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲν', latin: 'ABEZHIKMNOPTYXocv' },
] as const;

const TO_LATIN = new Map(
	TWINS.flatMap(({ script, latin }) =>
		[...script].map((letter, index): [string, string] => [letter, latin[index] ?? letter]),
	),
);

/** Dashes, minus and hyphens of every kind, which text programs put in the place of a hyphen. */
const DASHES = /[\p{Pd}\u2212]/gu;

/**
 * A text with its look-alikes in one spelling: full-width letters and digits, letters of other scripts
 * that look Latin, dashes and blanks of all kinds, and without invisible characters. Two texts that
 * people cannot tell apart become the same.
 */
export function plain(text: string): string {
	if (PLAIN.test(text)) return text;
	const visible = text.normalize('NFKC').replace(/[\p{Cf}\p{Cc}]/gu, '');
	return Array.from(visible.replace(DASHES, '-'), (letter) => TO_LATIN.get(letter) ?? letter)
		.join('')
		.replace(/\s+/gu, ' ')
		.trim();
}

const PLAIN = /^[!-~]+$/;

/** A SKU without the mark by which sheets keep a number a text: '0017 or ="0017". */
export const unmarked = (sku: string): string =>
	plain(sku)
		.replace(/^="?([^"]*)"?$/, '$1')
		.replace(/^['’‘]/, '');

/**
 * Spellings that look like a SKU, for a catalog that can only be asked for exact ones: the plain one,
 * the ones in which Unicode writes accents, each letter that has a twin in another script, and all.
 */
export function lookalikesOf(sku: string): string[] {
	const letters = Array.from(unmarked(sku));
	const text = letters.join('');
	const inScript = TWINS.flatMap(({ script, latin }) => {
		const twin = (letter: string) => Array.from(script)[latin.indexOf(letter)] ?? letter;
		const swapped = letters.map((letter, index) => letters.with(index, twin(letter)).join(''));
		return [letters.map(twin).join(''), ...swapped];
	});
	const dashes = ['\u2013', '\u2011', '\u2212'].map((dash) => text.replaceAll('-', dash));
	const fullWidth = text.replace(/[!-~]/g, (one) =>
		String.fromCodePoint(one.charCodeAt(0) + 0xfee0),
	);
	const noBreak = text.replaceAll(' ', '\u00a0');
	const normal = [sku.normalize('NFC'), sku.normalize('NFD'), text.normalize('NFD')];
	return [text, ...normal, ...inScript, ...dashes, fullWidth, noBreak];
}
