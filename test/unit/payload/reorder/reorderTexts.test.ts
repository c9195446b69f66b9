import { nearestProduct } from '../../../../nodes/shared/payload/catalog/nearestProduct';
import { sectionsByQuantity } from '../../../../nodes/shared/payload/reorder/quantitySections';
import { inOneLine, withQuantities } from '../../../../nodes/shared/payload/reorder/quantityText';
import {
	formOf,
	withinForm,
	type FormChoices,
} from '../../../../nodes/shared/payload/reorder/messageForm';
import { codePointCount } from '../../../../nodes/shared/payload/values/text';

const bread = { name: 'Bread', quantity: 2 };

describe('quantities in a body', () => {
	it('come at the end, or alone, or not at all', () => {
		expect(withQuantities('Hello', [bread])).toBe('Hello\n\n2 × Bread');
		expect(withQuantities('', [bread])).toBe('2 × Bread');
		expect(withQuantities('Hello', [])).toBe('Hello');
		expect(withQuantities('Hello {quantities}!', [])).toBe('Hello !');
	});

	it('take names as they are', () => {
		const odd = { name: "$& $1 $' {quantities}", quantity: 1 };
		expect(withQuantities('{quantities}', [odd])).toBe("1 × $& $1 $' {quantities}");
		expect(inOneLine([bread, odd], 99)).toBe("2 × Bread, 1 × $& $1 $' {quantities}");
	});

	it('are those that are known, and names where none is', () => {
		const cake = { name: 'Cake', quantity: null };
		expect(withQuantities('You had:', [bread, cake])).toBe('You had:\n\n2 × Bread');
		expect(withQuantities('You had:', [cake])).toBe('You had:\n\nCake');
		expect(inOneLine([cake, cake], 99)).toBe('Cake, Cake');
	});

	it('in one line take the room that is left', () => {
		expect(inOneLine([bread, bread, bread], 20)).toBe('2 × Bread, … +2');
		expect(inOneLine([bread, bread, bread], 8)).toBe('2 × Bre…');
	});

	it.each([0, 500, 1000, 1015, 1022, 1024])('fit beside a text of %i characters', (length) => {
		const many = Array.from({ length: 30 }, (_, index) => ({
			name: `🍞 ${'x'.repeat(70)} ${index}`,
			quantity: 99,
		}));
		for (const text of ['a'.repeat(length), `${'a'.repeat(length)}{quantities}`]) {
			expect(codePointCount(withQuantities(text, many))).toBeLessThanOrEqual(1024);
		}
	});

	it('say how many found no room', () => {
		const many = Array.from({ length: 30 }, () => ({ name: 'x'.repeat(60), quantity: 1 }));
		expect(withQuantities('', many)).toMatch(/\n… \+15$/);
	});
});

describe('quantities in section titles', () => {
	it('gather products of the same quantity', () => {
		const quantities = new Map([
			['A', 2],
			['B', 1],
			['C', 2],
		]);
		expect(sectionsByQuantity(['A', 'B', 'C', 'D'], quantities, 'Last time: {quantity}')).toEqual([
			{ title: 'Last time: 2', skus: ['A', 'C'] },
			{ title: 'Last time: 1', skus: ['B'] },
			{ title: 'Last time: …', skus: ['D'] },
		]);
	});

	it('never need more sections than a message has', () => {
		const skus = Array.from({ length: 30 }, (_, index) => `S${index}`);
		const quantities = new Map(skus.map((sku, index) => [sku, index + 1]));
		const sections = sectionsByQuantity(skus, quantities, '{quantity}');
		expect(sections).toHaveLength(10);
		expect(sections.flatMap((section) => section.skus)).toEqual(skus);
		expect(sections[9]).toMatchObject({ title: '…' });
	});
});

describe('the nearest product', () => {
	const NOW = Date.UTC(2026, 10, 21);
	const reviewed = (value: string) => ({
		capability_to_review_status: [{ key: 'WHATSAPP', value }],
	});
	const one = (retailer_id: string, price: string, more = {}) => ({
		retailer_id,
		price,
		currency: 'USD',
		availability: 'in stock',
		brand: 'Mill',
		...more,
	});
	const nearest = (candidates: Array<ReturnType<typeof one>>, taken = '') =>
		nearestProduct(one('A', '$5.00'), candidates, (sku) => sku === taken, NOW);

	it('has the closest price, as it is asked now', () => {
		expect(nearest([one('B', '$6.00'), one('C', '$4.50')])).toBe('C');
		expect(nearest([one('B', '$6.00', { sale_price: '$5.10' }), one('C', '$4.50')])).toBe('B');
	});

	it('is of the same brand on a tie, then the first', () => {
		expect(nearest([one('B', '$6.00', { brand: 'Else' }), one('C', '$4.00')])).toBe('C');
		expect(nearest([one('B', '$6.00'), one('C', '$4.00')])).toBe('B');
	});

	it.each([
		['itself', one('A', '$5.00')],
		['out of stock', one('B', '$5.00', { availability: 'out of stock' })],
		['hidden', one('B', '$5.00', { visibility: 'staging' })],
		['not approved', one('B', '$5.00', { review_status: 'rejected' })],
		['changed since the review', one('B', '$5.00', reviewed('OUTDATED'))],
		['waiting for the review', one('B', '$5.00', reviewed('PENDING'))],
		['none in stock', one('B', '$5.00', { quantity_to_sell_on_facebook: 0 })],
		['in another currency', one('B', '5,00 €', { currency: 'EUR' })],
		['of an unreadable price', one('B', 'ask us')],
		['taken', one('T', '$5.00')],
	])('is none that is %s', (_name, candidate) => {
		expect(nearest([candidate], 'T')).toBeNull();
	});

	it('is one that Meta has reviewed, or else a new one', () => {
		const unreviewed = one('B', '$5.10', reviewed('NO_REVIEW'));
		expect(nearest([unreviewed, one('C', '$9.00')])).toBe('C');
		expect(nearest([unreviewed])).toBe('B');
	});

	it('has no sale price that does not count', () => {
		const over = { sale_price: '$5.10', sale_price_end_date: '2026-11-20T00:00:00+0000' };
		expect(nearest([one('B', '$6.00', over), one('C', '$4.50')])).toBe('C');
		expect(nearest([one('B', '$6.00', { sale_price: '$0.00' }), one('C', '$4.50')])).toBe('C');
	});

	it('is not guessed for a price that cannot be read', () => {
		expect(nearestProduct(one('A', 'ask us'), [one('B', '$5.00')], () => false, NOW)).toBeNull();
	});
});

describe('the form by the window', () => {
	const choices: FormChoices = {
		sendAs: 'byWindow',
		messageForm: 'byCount',
		carouselUpTo: 3,
		templateKind: 'multiProduct',
		hasTemplateForOne: true,
	};
	const HOUR = 60 * 60 * 1000;
	const now = Date.UTC(2026, 10, 21);

	it.each<[string, number | null, string]>([
		['just now', 0, 'carousel'],
		['23 hours ago', 23, 'carousel'],
		['24 hours ago, less what a run may take', 23.9, 'templateMultiProduct'],
		['two days ago', 48, 'templateMultiProduct'],
		['at no known time', null, 'templateMultiProduct'],
	])('for an order %s', (_name, hours, form) => {
		const at = hours === null ? null : now - hours * HOUR;
		expect(formOf(choices, 2, at, now)).toBe(form);
	});

	it('holds to what one message takes', () => {
		const skus = Array.from({ length: 40 }, (_, index) => String(index));
		expect(withinForm('multiProduct', skus)).toHaveLength(30);
		expect(withinForm('templateCarousel', skus)).toHaveLength(10);
		expect(withinForm('templateForOne', skus)).toHaveLength(1);
		expect(formOf({ ...choices, carouselUpTo: 99, sendAs: 'message' }, 11, null, now)).toBe(
			'multiProduct',
		);
	});
});
