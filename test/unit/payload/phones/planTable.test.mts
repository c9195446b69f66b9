import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import metadata from 'libphonenumber-js/metadata.max.json';
import { version } from 'libphonenumber-js/package.json';

import { countries, planOf } from '../../../../nodes/shared/payload/phones/plans';
import { type Metadata, planTable } from '../../../../tools/phones/planTable.mts';
import { beginnings } from '../../../../tools/phones/pattern.mts';
import { coarse, ranges } from '../../../../tools/phones/shortPattern.mts';

const file = join(__dirname, '../../../../nodes/shared/payload/phones/planTable.ts');
const text = readFileSync(file, 'utf8');

it('is what `npm run phones` makes of the installed package', () => {
	expect(text).toBe(planTable(metadata as unknown as Metadata, version));
});

it('is smaller than 40 kB', () => {
	expect(Buffer.byteLength(text)).toBeLessThan(40_000);
});

it('has every country, with its own mobile and fixed numbers', () => {
	expect(countries()).toHaveLength(245);
	expect(planOf('IT')?.rank('0612345678')).toBe(1);
	expect(planOf('IT')?.rank('3123456789')).toBe(2);
	expect(planOf('IT')?.rank('612345678')).toBe(0);
	expect(planOf('constructor')).toBeUndefined();
});

describe('a long pattern in short', () => {
	it.each([
		['(?:2[1-37]|30)\\d{5,6}', 3, '(2[1-37]|30)d{5,6}'],
		['1(?:2\\d{2})?', 3, '12dd|1'],
		['\\d{4}', 2, 'dddd'],
		['5\\d{3}|5\\d{5}', 1, '5(d3x|d5x)'],
	])('%s', (pattern, depth, short) => {
		const long = coarse(pattern, depth).replace(/(\d)x/g, '{$1}').replaceAll('d', '\\d');
		const wanted = short.replace(/(\d)x/g, '{$1}').replaceAll('d', '\\d');
		for (const digits of [
			'12',
			'123',
			'1234',
			'2112345',
			'3012345',
			'2412345',
			'5123',
			'51234',
			'512345',
			'1',
		]) {
			const takes = (source: string) => new RegExp(`^(?:${source})$`).test(digits);
			expect([digits, takes(long)]).toEqual([digits, takes(wanted)]);
		}
	});

	it('tells how many digits follow which first ones', () => {
		expect(beginnings('1[23]\\d?', 1)).toEqual([{ first: '1', left: [1, 2] }]);
		expect(ranges([4, 5, 6, 8])).toBe('4-6,8');
	});

	it('is refused where a pattern has what none had so far', () => {
		expect(() => beginnings('1+', 1)).toThrow('The pattern 1+ cannot be read at 1.');
	});
});
