import fc from 'fast-check';

import type { ProductSection } from '../../../../nodes/shared/payload/sections/sections';
import { numbered, splitSections } from '../../../../nodes/shared/payload/sections/splitSections';

const sectionsOf = (sizes: number[]): ProductSection[] => {
	let number = 0;
	return sizes.map((size, index) => ({
		title: `S${index + 1}`,
		product_items: Array.from({ length: size }, () => ({ product_retailer_id: `P${++number}` })),
	}));
};

const skus = (messages: ProductSection[][]) =>
	messages
		.flat()
		.flatMap(({ product_items: items }) => items.map((one) => one.product_retailer_id));

const sizes = fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 40 });

it('loses nothing, doubles nothing and keeps the order', () => {
	fc.assert(
		fc.property(sizes, (given) => {
			const sections = sectionsOf(given);
			expect(skus(splitSections(sections))).toEqual(skus([sections]));
		}),
	);
});

it('breaks no limit', () => {
	fc.assert(
		fc.property(sizes, (given) => {
			for (const message of splitSections(sectionsOf(given))) {
				expect(message.length).toBeLessThanOrEqual(10);
				expect(skus([message]).length).toBeLessThanOrEqual(30);
				expect(message.every(({ product_items: items }) => items.length > 0)).toBe(true);
			}
		}),
	);
});

it('uses the fewest messages, and cuts no section that can stay whole', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
			(given) => {
				const messages = splitSections(sectionsOf(given));
				expect(messages).toHaveLength(fewestByFilling(given));
				expect(cutsOf(messages)).toBe(fewestCuts(given, messages.length));
			},
		),
	);
});

it.each([
	[[31], 2],
	[[95], 4],
	[[300], 10],
	[[1000], 34],
	[Array.from({ length: 7 }, () => 5), 2],
	[Array.from({ length: 40 }, () => 1), 4],
	[[20, 20, 20], 2],
])('%p products in sections make %i messages', (given, messages) => {
	expect(splitSections(sectionsOf(given))).toHaveLength(messages);
});

it('keeps sections whole where that costs no message', () => {
	const messages = splitSections(sectionsOf([20, 20, 15]));
	expect(
		messages.map((message) => message.map(({ product_items: items }) => items.length)),
	).toEqual([
		[20, 10],
		[10, 15],
	]);
	expect(splitSections(sectionsOf([20, 15, 15])).map((message) => message.length)).toEqual([1, 2]);
});

it('numbers the headers within their limit', () => {
	expect(numbered('Fresh today', 1, 1, 60)).toBe('Fresh today');
	expect(numbered('Fresh today', 2, 3, 60)).toBe('Fresh today (2/3)');
	const long = numbered('🍎'.repeat(60), 12, 34, 60);
	expect(Array.from(long)).toHaveLength(60);
	expect(long).toMatch(/🍎… \(12\/34\)$/u);
});

/** Filling each message as far as it goes: no way through the products in order needs fewer. */
function fewestByFilling(given: number[]): number {
	let messages = 1;
	let room = 30;
	let sections = 0;
	for (const size of given) {
		let left = size;
		while (left > 0) {
			if (room === 0 || sections === 10) {
				messages++;
				room = 30;
				sections = 0;
			}
			const taken = Math.min(room, left);
			left -= taken;
			room -= taken;
			sections++;
		}
	}
	return messages;
}

const cutsOf = (messages: ProductSection[][]): number =>
	messages.slice(1).filter((message, index) => message[0].title === messages[index].at(-1)?.title)
		.length;

/** Tries every way to cut, without the shortcut of the code under test. */
function fewestCuts(given: number[], messages: number): number {
	const sectionOf = given.flatMap((size, section) => Array.from({ length: size }, () => section));
	const memo = new Map<string, number>();
	const from = (start: number, left: number): number => {
		if (start === sectionOf.length) return left === 0 ? 0 : Number.POSITIVE_INFINITY;
		if (left === 0) return Number.POSITIVE_INFINITY;
		const key = `${start}/${left}`;
		const known = memo.get(key);
		if (known !== undefined) return known;
		const cut = start > 0 && sectionOf[start - 1] === sectionOf[start] ? 1 : 0;
		let fewest = Number.POSITIVE_INFINITY;
		for (let end = start + 1; end <= Math.min(start + 30, sectionOf.length); end++) {
			if (sectionOf[end - 1] - sectionOf[start] >= 10) break;
			fewest = Math.min(fewest, cut + from(end, left - 1));
		}
		memo.set(key, fewest);
		return fewest;
	};
	return from(0, messages);
}
