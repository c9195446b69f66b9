/**
 * Writes decimal digits of any script ("١٢", "१२", "１２") as 0 to 9, and leaves the rest.
 *
 * @returns null when a text mixes the digits of several scripts: no number is written like that
 */
export function westernDigits(text: string): string | null {
	if (!OTHER_DIGIT.test(text)) return text;
	const zeros = new Set<number>();
	const western = text.replace(/\p{Nd}/gu, (digit) => {
		const code = digit.codePointAt(0) ?? 0;
		const zero = zeroBefore(code);
		zeros.add(zero);
		return String(code - zero);
	});
	return zeros.size > 1 ? null : western;
}

const DIGIT = /\p{Nd}/u;
const OTHER_DIGIT = /(?![0-9])\p{Nd}/u;

/** Unicode has the digits of a script in a row from zero to nine; some of these rows touch. */
function zeroBefore(code: number): number {
	if (code <= ASCII_NINE) return ASCII_ZERO;
	let first = code;
	while (DIGIT.test(String.fromCodePoint(first - 1))) first--;
	return code - ((code - first) % 10);
}

const ASCII_ZERO = 0x30;
const ASCII_NINE = 0x39;
