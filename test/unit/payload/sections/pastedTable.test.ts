import { parse } from 'csv-parse/sync';
import fc from 'fast-check';

import {
	rawRows,
	type Separator,
	tableRows,
} from '../../../../nodes/shared/payload/sections/pastedTable';

const SEPARATORS: Separator[] = ['\t', ',', ';', '|'];
const rows = (text: string, separator: Separator) => [...rawRows(text, separator)];

/** The same file, read by a library whose only work is to read such files. */
const byLibrary = (text: string, separator: Separator): string[][] =>
	parse(text, {
		delimiter: separator,
		record_delimiter: ['\r\n', '\n', '\r'],
		relax_column_count: true,
	});

const cell = fc.oneof(
	fc.string({ maxLength: 8, unit: fc.constantFrom(...'aB0 é😀\u00a0"\'#=,;|\t\n\r') }),
	fc.constantFrom('', '"', '""', 'a""b', ' ', '\r\n', 'BAK-RYE', '0017'),
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), {
	minLength: 1,
	maxLength: 8,
});

/** Writes a file as programs do: cells are quoted where they must be, or all of them. */
const written = (cells: string[][], separator: Separator, newLine: string, quotesAll: boolean) =>
	cells
		.map((row) =>
			row
				.map((one) =>
					quotesAll || /["\r\n]/.test(one) || one.includes(separator)
						? `"${one.replaceAll('"', '""')}"`
						: one,
				)
				.join(separator),
		)
		.join(newLine);

it.each(SEPARATORS)('reads what is written with %j cell by cell, like a library', (separator) => {
	fc.assert(
		fc.property(
			table,
			fc.constantFrom('\n', '\r\n', '\r'),
			fc.boolean(),
			fc.constantFrom('', '\n', '\r\n'),
			(cells, newLine, quotesAll, end) => {
				const text = written(cells, separator, newLine, quotesAll) + end;
				expect(rows(text, separator)).toEqual(byLibrary(text, separator));
			},
		),
		{ numRuns: 2_000 },
	);
});

it.each<[string, string, string[][]]>([
	[
		'an open quote',
		'"Tea,A\nMilk,B',
		[
			['"Tea', 'A'],
			['Milk', 'B'],
		],
	],
	['a quote within a cell', '5" pipe,A', [['5" pipe', 'A']]],
	['blanks after a quoted cell', '"A" ,"B"  \n', [['A', 'B']]],
	['text after a quoted cell', '"A"x,B', [['"A"x', 'B']]],
	['nothing', '', []],
	['an empty last cell', 'A,', [['A', '']]],
])('loses nothing where a file is broken: %s', (_name, text, cells) => {
	expect(rows(text, ',')).toEqual(cells);
});

it('leaves out empty rows, empty cells at the end, and what copying adds', () => {
	expect([...tableRows('\n A ,\u200bB,,\n,,\r\n\u00a0,C\n', ',')]).toEqual([
		['A', 'B'],
		['', 'C'],
	]);
});

it('takes no longer for a text full of quotes', () => {
	const text = '"a,'.repeat(50_000);
	expect(rows(text, ',').flat().join(',')).toHaveLength(text.length);
});
