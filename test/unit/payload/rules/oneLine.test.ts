import { onOneLine } from '../../../../nodes/shared/payload/rules/oneLine';

describe('a text for a place of one line', () => {
	it.each([
		['Dark Rye Loaf'],
		['two  three   four    blanks'],
		[' at the ends '],
		[''],
		['Brötchen 🍞‍🌾'],
	])('%j stays as it is', (text) => {
		expect(onOneLine(text)).toEqual({ text, isFolded: false });
	});

	it.each([
		['Rye\nTea', 'Rye Tea'],
		['Rye\r\n\r\nTea', 'Rye Tea'],
		['Rye \n \n Tea', 'Rye Tea'],
		['Rye\tTea', 'Rye Tea'],
		['Rye     Tea', 'Rye Tea'],
		['a\u2028b\u2029c\u0085d\ve\ff', 'a b c d e f'],
		['\n Hello\n', 'Hello'],
		['a  b\nc', 'a  b c'],
		['\n\t\n', ''],
	])('%j becomes %j', (text, folded) => {
		expect(onOneLine(text)).toEqual({ text: folded, isFolded: true });
	});

	it('reads a long text in no time that grows with its square', () => {
		const text = `${' '.repeat(200_000)}x`.repeat(5);
		expect(onOneLine(text).text).toBe('x x x x x');
	});
});
