import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The fact sheet on Meta's API, which the code cites as "facts 1.3". */
export const factSheet = (): string =>
	readFileSync(join(__dirname, '..', '..', 'docs', 'meta-api.md'), 'utf8');

/** A line of the sheet, with the section that it is in. */
interface Line {
	/** Number of the chapter: `3` for everything in sections 3 and 3.1. */
	chapter: string;
	/** First cell of the table's head; undefined outside of tables. */
	table?: string;
	text: string;
}

function* linesOf(sheet: string): Generator<Line> {
	let chapter = '';
	let table: string | undefined;
	for (const text of sheet.split('\n')) {
		chapter = /^## (\d+)\. /.exec(text)?.[1] ?? chapter;
		table = text.startsWith('|') ? (table ?? cellsOf(text)[0]) : undefined;
		yield { chapter, table, text };
	}
}

/**
 * Everything that can be cited: chapters (`3`), sections (`1.3`), items of numbered lists (`9.3`) and rows of
 * tables with a column "#" (`0.13`, `17.6`).
 */
export function citableIn(sheet: string): Set<string> {
	const citable = new Set<string>();
	for (const { chapter, table, text } of linesOf(sheet)) {
		const heading = /^#{2,3} (\d+(?:\.\d+)?)\.? /.exec(text)?.[1];
		const item = /^(\d+)\. /.exec(text)?.[1];
		const row = table === '#' ? /^(\d+(?:\.\d+)?)\b/.exec(cellsOf(text)[0])?.[1] : undefined;
		if (heading !== undefined) citable.add(heading);
		if (item !== undefined) citable.add(`${chapter}.${item}`);
		if (row !== undefined) citable.add(row.includes('.') ? row : `${chapter}.${row}`);
	}
	return citable;
}

/** A code of Meta's, with the letters of the column Retry: more than one where the sheet leaves it open. */
export interface CodeRow {
	code: number;
	retry: string;
}

/** The table of codes of section 3. Ranges (`200–299`) are written out. */
export function codesIn(sheet: string): CodeRow[] {
	return [...linesOf(sheet)]
		.filter(({ chapter, table }) => chapter === '3' && table === 'Code')
		.flatMap(({ text }) => {
			const [codes, , , retry] = cellsOf(text);
			const letters = (retry.match(/\b[YWN]\b/g) ?? []).join('');
			return numbersIn(codes).map((code) => ({ code, retry: letters }));
		});
}

/** The codes that the last paragraph of section 3 lets be tried again without asking anybody, by kind. */
export function retriedIn(sheet: string): { rate: number[]; transient: number[] } {
	const listed = (kind: string) =>
		numbersIn(new RegExp(`\\{([\\d, ]+)\\} \\(${kind}\\)`).exec(sheet)?.[1] ?? '');
	return { rate: listed('rate'), transient: listed('transient') };
}

const cellsOf = (row: string): string[] =>
	row
		.split('|')
		.slice(1)
		.map((cell) => cell.replaceAll('*', '').trim());

/** The numbers of a text, with those between the ends of a range. */
function numbersIn(text: string): number[] {
	return [...text.matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, from, to = from]) =>
		Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index),
	);
}

/** One citation, as `1.3` or, for a code of section 3, as `code 131009`. */
export type Citation = string;

const START = /\bfacts(?: page)? \(?(?=\d)/gi;
/** A section, perhaps with its row (`0 #13`) and a mark (`[3P]`). */
const SECTION = /(\d+(?:\.\d+)?)(?: #(\d+))?(?: \[[^\]]+\])?/y;
const CODES = /,? codes? (\d+(?:(?:, | and )\d+(?!\.?\d))*)/y;
const NEXT = /(, | and | or | to |–)(?=\d)/y;

/** From here on a number without a dot is one of Meta's codes and not a chapter. */
const FIRST_CODE = 100;

/** What a text cites: "facts 0.3, 0.5", "Facts 3, last paragraph", "facts 1.6–1.9", "(facts 3, code 100)". */
export function citationsIn(text: string): Citation[] {
	const joined = text.replaceAll(/\s*\n\s*(?:\*(?!\/)|\/\/)?\s*/g, ' ');
	return [...joined.matchAll(START)].flatMap((start) =>
		listAt(joined, start.index + start[0].length),
	);
}

/** Reads a list of sections from `at` on, as far as it goes. */
function listAt(text: string, at: number): Citation[] {
	const cited: Citation[] = [];
	const take = (pattern: RegExp): RegExpExecArray | null => {
		pattern.lastIndex = at;
		const found = pattern.exec(text);
		if (found) at = pattern.lastIndex;
		return found;
	};
	let separator = '';
	for (;;) {
		const [, section, row] = take(SECTION) as RegExpExecArray;
		const own = row === undefined ? section : `${section}.${row}`;
		if (Number(own) >= FIRST_CODE) cited.push(`code ${own}`);
		else if (/–| to /.test(separator)) cited.push(...between(cited[cited.length - 1], own));
		else cited.push(own);
		for (const code of take(CODES)?.[1].split(/, | and /) ?? []) cited.push(`code ${code}`);
		separator = take(NEXT)?.[1] ?? '';
		if (separator === '') return cited;
	}
}

/** `1.6` to `1.9`: what follows the first one, up to the last. */
function between(first: string, last: string): Citation[] {
	const [chapter, from] = first.split('.').map(Number);
	const [end, to] = last.split('.').map(Number);
	if (chapter !== end || !(to > from)) return [last];
	return Array.from({ length: to - from }, (_, index) => `${chapter}.${from + index + 1}`);
}
