import {
	currentPriceExplanation,
	priceExplanation,
} from '../../../../nodes/shared/payload/catalog/priceWords';
import {
	learnFromText,
	newPriceWriting,
} from '../../../../nodes/shared/payload/values/priceWriting';

const NOW = Date.UTC(2026, 10, 21, 12);

describe('why a price is not read', () => {
	it.each<[object, string | null]>([
		[{ price: '$5.00', currency: 'USD' }, null],
		[{ currency: 'USD' }, null],
		[{ price: '', currency: 'USD' }, null],
		[{ price: '$5.00' }, '"$5.00" comes without a currency.'],
		[{ price: 'on request', currency: 'USD' }, '"on request" holds no number.'],
		[{ price: '$5 – $9', currency: 'USD' }, '"$5 – $9" holds more than one number.'],
		[{ price: '€5', currency: 'USD' }, '"€5" names another currency than USD.'],
		[
			{ price: '-$5', currency: 'USD' },
			'"-$5" has a sign or a word beside the number that changes it.',
		],
		[
			{ price: '$1.2345', currency: 'USD' },
			'"$1.2345" has separators or decimals that do not fit USD.',
		],
		[
			{ price: `${'9'.repeat(20)} USD`, currency: 'USD' },
			'"99999999999999999999 USD" has more digits than can be counted exactly.',
		],
	])('%j', (product, why) => {
		const todo = why === null ? null : `${why} Look at the product in Commerce Manager.`;
		expect(priceExplanation(product, NOW)).toBe(todo);
		expect(currentPriceExplanation(product, NOW)).toBe(todo);
	});

	it('names both texts of a product, and one that is the same once', () => {
		const product = { price: 'free', sale_price: 'gratis', currency: 'USD' };
		expect(priceExplanation(product, NOW)).toMatch(/^"free" .*"gratis" /);
		expect(currentPriceExplanation(product, NOW)).toMatch(/^"gratis" /);
		expect(priceExplanation({ ...product, sale_price: 'free' }, NOW)).not.toMatch(/"free".*"free"/);
	});

	it('says that the dates of a sale are not clear', () => {
		const product = { price: '$5', sale_price: '$4', sale_price_end_date: 'soon', currency: 'USD' };
		expect(priceExplanation(product, NOW)).toBe(
			'Whether "$4" holds now is not clear, since the dates of the sale cannot be read. Look at the product in Commerce Manager.',
		);
	});

	it('says nothing about a sale price that does not count', () => {
		const product = { price: '$5', sale_price: 'no 0', currency: 'USD' };
		expect(priceExplanation(product, NOW)).toBeNull();
	});

	it('says that prices contradict each other', () => {
		const priceWriting = newPriceWriting();
		for (const text of ['KWD 0.500', 'KWD 0,500']) learnFromText(priceWriting, text, 'KWD');
		expect(priceExplanation({ price: 'KWD 1.250', currency: 'KWD', priceWriting }, NOW)).toBe(
			'"KWD 1.250" can mean 1.250 KWD or 1250.000 KWD: the catalog writes other prices in both ways. Look at the product in Commerce Manager.',
		);
	});
});
