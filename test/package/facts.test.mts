import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { citableIn, citationsIn, codesIn, factSheet, retriedIn } from '../support/metaApi.mts';

const root = join(__dirname, '..', '..');
const SOURCES = ['nodes', 'credentials', 'sandbox', 'test', 'tools', 'bench', 'docs', 'README.md'];
/** This file cites what does not exist, and the sheet explains how it is cited. */
const EXAMPLES = ['test/package/facts.test.mts', 'test/support/metaApi.mts'];

const sheet = factSheet();
const known = new Set([...citableIn(sheet), ...codesIn(sheet).map(({ code }) => `code ${code}`)]);

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...SOURCES], {
	cwd: root,
	encoding: 'utf8',
})
	.split('\n')
	.filter((file) => /\.(m?ts|mjs|tsx|md)$/.test(file) && !EXAMPLES.includes(file))
	.filter((file) => existsSync(join(root, file)));

const cited = files.flatMap((file) =>
	citationsIn(readFileSync(join(root, file), 'utf8')).map((citation) => ({ file, citation })),
);

it('every citation of the fact sheet leads somewhere', () => {
	expect(cited.filter(({ citation }) => !known.has(citation))).toEqual([]);
});

it('finds the citations of every place that has some', () => {
	const places = new Set(cited.map(({ file }) => file.split('/')[0]));
	expect([...places]).toEqual(
		expect.arrayContaining(['nodes', 'credentials', 'sandbox', 'test', 'bench']),
	);
	expect(cited.length).toBeGreaterThan(300);
});

describe('a citation', () => {
	it.each([
		['/** Header of a message. Meta: catalogs/x; facts 1.3. */', ['1.3']],
		['Facts 0.3, 0.5, 1.4, 2.6, 6.4, 7.', ['0.3', '0.5', '1.4', '2.6', '6.4', '7']],
		['Facts 3, 4. Milliseconds.', ['3', '4']],
		['Facts 3, last paragraph.', ['3']],
		['Source of every code: facts 3 and 4.', ['3', '4']],
		['(facts 0 #16, 1.1), and the sandbox has none', ['0.16', '1.1']],
		['A template (facts 1.6–1.9); it waits', ['1.6', '1.7', '1.8', '1.9']],
		['facts 2.1 to 2.3', ['2.1', '2.2', '2.3']],
		[
			'facts 3, codes 132001, 132015 and 132016.',
			['3', 'code 132001', 'code 132015', 'code 132016'],
		],
		['(facts 3, 132000)', ['3', 'code 132000']],
		['(facts 6.5 [?], 3 code 3): what a token is', ['6.5', '3', 'code 3']],
		['on the facts page (1.6, 4), its filters', ['1.6', '4']],
		['facts 4 lets 45 be borrowed', ['4']],
		['facts 3: 400 in the old table, 429 is seen', ['3']],
		['with a handshake before it answers. Facts\n * 5.1, 5.3.', ['5.1', '5.3']],
		['// read (facts\n\t// 6.2), so', ['6.2']],
		['const facts = [1, 2]; GraphCallFacts 3', []],
	])('%s', (text, expected) => {
		expect(citationsIn(text)).toEqual(expected);
	});

	it.each([
		'facts 99',
		'Facts 1.99',
		'facts 0.99',
		'facts 9.99',
		'facts 1.2, 7.1',
		'facts 3, 131010',
	])('of something that is not there is noticed: %s', (text) => {
		expect(citationsIn(text).filter((citation) => !known.has(citation))).toHaveLength(1);
	});
});

describe('the fact sheet', () => {
	it('has its chapters, sections, items and rows', () => {
		expect(known).toEqual(new Set([...known, '0', '0.13', '1.13', '9.14', '16.7', '17', '17.14']));
		// A row of the table of codes is no section.
		expect(known.has('3.4')).toBe(false);
	});

	it('has every code once, and both lists of those that may be tried again', () => {
		const codes = codesIn(sheet).map(({ code }) => code);
		expect(new Set(codes).size).toBe(codes.length);
		const { rate, transient } = retriedIn(sheet);
		expect(rate.length).toBeGreaterThan(3);
		expect(transient.length).toBeGreaterThan(3);
		expect(codes).toEqual(expect.arrayContaining([...rate, ...transient]));
	});

	it('names no machine and nothing beside the repository', () => {
		expect(sheet).not.toMatch(
			/\/work\/|\/tmp\/|\/home\/|\/root\/|peers\.md|localhost|127\.0\.0\.1/,
		);
	});
});
