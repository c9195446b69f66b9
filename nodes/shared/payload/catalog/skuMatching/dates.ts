/** Names of months in the languages of common spreadsheets, by how they begin. */
const MONTHS: ReadonlyArray<readonly string[]> = [
	['jan', 'ene', 'gen'],
	['feb', 'fev', 'fév'],
	['mar', 'mär', 'mrz', 'maa'],
	['apr', 'avr', 'abr'],
	['may', 'mai', 'mag', 'mei'],
	['jun', 'juin', 'giu'],
	['jul', 'juil', 'lug'],
	['aug', 'aoû', 'ago'],
	['sep', 'set'],
	['oct', 'okt', 'out', 'ott'],
	['nov'],
	['dec', 'dez', 'déc', 'dic'],
];

/** As SKUs hold them. */
const ENGLISH = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

/** A day, as a sheet may have read it out of a SKU. */
interface SheetDate {
	/** Day and month in either order, where the text does not tell which is which. */
	parts: [number, number];
	/** Null where the sheet shows none: it is then the year in which the SKU was typed. */
	year: number | null;
	isMonthKnown: boolean;
}

const YEAR_FIRST =
	/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;
const YEAR_LAST = /^(\d{1,2})[-/.] ?(\d{1,2})[-/.] ?(\d{4}|\d{2})$/;
const DAY_AND_NAME = /^(\d{1,2})\.?[- /]([\p{L}]{3,9})\.?(?:[- /](\d{4}|\d{2}))?$/u;
const NAME_AND_NUMBER = /^([\p{L}]{3,9})\.?[- /](\d{1,2})(?:, ?(\d{4}))?$/u;

/** Reads a text as the date that a sheet shows; null when it is none. */
function readDate(text: string): SheetDate | null {
	const [, y, m, d] = YEAR_FIRST.exec(text) ?? [];
	if (y !== undefined) return dateOf([Number(d), Number(m)], y, true);
	const [, one, other, last] = YEAR_LAST.exec(text) ?? [];
	if (last !== undefined) return dateOf([Number(one), Number(other)], last, false);
	const [, day, name = '', year] = DAY_AND_NAME.exec(text) ?? [];
	if (day !== undefined) return dateOf([Number(day), monthOf(name)], year, true);
	const [, first = '', number, ofYear] = NAME_AND_NUMBER.exec(text) ?? [];
	return number === undefined ? null : dateOf([Number(number), monthOf(first)], ofYear, true);
}

function dateOf(parts: [number, number], year: string | undefined, isMonthKnown: boolean) {
	const fits = parts.every((part) => part >= 1 && part <= 31) && Math.min(...parts) <= 12;
	if (!fits || (isMonthKnown && parts[1] > 12)) return null;
	return { parts, year: year === undefined ? null : Number(year) % 100, isMonthKnown };
}

/** 1 to 12; 0 for what is no month. */
const monthOf = (name: string): number =>
	MONTHS.findIndex((names) => names.some((one) => name.toLowerCase().startsWith(one))) + 1;

/** Whether a text is a date, as a sheet makes one of a SKU such as 3-4. */
export const isSheetDate = (text: string): boolean => readDate(text) !== null;

/** All SKUs that a sheet turns into this date, as far as a program can guess them. */
export function skusBehindDate(text: string): string[] {
	const date = readDate(text);
	if (date === null) return [];
	const [first, second] = date.parts;
	const orders: Array<[number, number]> = [
		[first, second],
		[second, first],
	];
	const skus = new Set<string>();
	for (const [day, month] of orders) {
		for (const a of spellings(day)) {
			for (const b of spellings(month)) {
				for (const sign of ['-', '/', '.']) {
					skus.add(`${a}${sign}${b}`);
					if (date.year !== null) skus.add(`${a}${sign}${b}${sign}${twoDigits(date.year)}`);
				}
			}
		}
		if (month > 12 || (date.isMonthKnown && month !== second)) continue;
		for (const sku of withName(day, month, date.year)) skus.add(sku);
	}
	return [...skus];
}

/** MAR4, 4-MAR; for the first of a month also MAR26, which sheets take for a month of a year. */
function withName(day: number, month: number, year: number | null): string[] {
	const name = ENGLISH[month - 1] ?? '';
	const ofYear = day === 1 && year !== null ? [twoDigits(year)] : [];
	return [...spellings(day), ...ofYear].flatMap((number) =>
		['', '-'].flatMap((sign) => [`${name}${sign}${number}`, `${number}${sign}${name}`]),
	);
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const spellings = (number: number): string[] => [...new Set([String(number), twoDigits(number)])];
