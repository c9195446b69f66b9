import type { IDataObject } from 'n8n-workflow';

import { CUSTOMERS } from '../../../sandbox/world/shop/world.mts';
import { multiProduct, warehouseSkus, WAREHOUSE_ID } from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox, type AcceptedMessage } from '../../support/sandbox';

const { credential, messages, calls } = useSandbox();

/** People whose app shows product lists. */
const READERS = CUSTOMERS.slice(0, 3);

/** Every 50th product of the Warehouse is out of stock. */
const IN_STOCK = warehouseSkus(1100).filter((sku) => Number(sku.slice(3)) % 50 !== 0);

interface Part {
	title?: string;
	skus: string[];
}

/** Sections of these sizes, filled with the products of the Warehouse from its beginning. */
function sectionsOf(sizes: number[], skus = IN_STOCK): Part[] {
	let taken = 0;
	return sizes.map((size, index) => ({
		title: `Shelf ${index + 1}`,
		skus: skus.slice(taken, (taken += size)),
	}));
}

/** `products` spread over `sections` as evenly as can be. */
const even = (products: number, sections: number): number[] =>
	Array.from(
		{ length: sections },
		(_, index) => Math.floor(products / sections) + (index < products % sections ? 1 : 0),
	);

const list = (sections: Part[], options: object = {}, more: object = {}) =>
	({
		...multiProduct,
		catalogId: byId(WAREHOUSE_ID),
		productSource: 'json',
		sectionsJson: JSON.stringify(sections),
		options,
		...more,
	}) as IDataObject;

const split = (sections: Part[], options: object = {}, more: object = {}) =>
	list(sections, { overflow: 'split', ...options }, more);

const headerOf = ({ payload }: AcceptedMessage): string =>
	(payload.interactive.header as { text: string } | undefined)?.text ?? '(none)';

/** The sections of a message, as the sandbox got them. */
function partsOf({ payload }: AcceptedMessage): Part[] {
	const { sections } = payload.interactive.action as {
		sections: Array<{ title?: string; product_items: Array<{ product_retailer_id: string }> }>;
	};
	return sections.map(({ title, product_items: items }) => ({
		...(title !== undefined && { title }),
		skus: items.map((item) => item.product_retailer_id),
	}));
}

const sizesOf = (message: AcceptedMessage): number[] =>
	partsOf(message).map(({ skus }) => skus.length);

describe('Do Not Send, the default', () => {
	it.each<[string, number[], string[]]>([
		[
			'31 products',
			[31],
			['Sections has 31 products, at most 30 are allowed in one message, over all sections.'],
		],
		['11 sections', even(11, 11), ['Sections has 11 sections, at most 10 are allowed']],
		[
			'both at once',
			even(1000, 40),
			['1) Sections has 40 sections, at most 10', '2) Sections has 1000 products, at most 30'],
		],
	])('%s fail with the numbers', async (_name, sizes, sentences) => {
		for (const options of [{}, { overflow: 'fail' }]) {
			const { error } = await runAction(credential, list(sectionsOf(sizes), options));
			const lines = error?.description?.split('\n') ?? [];
			expect(lines).toHaveLength(sentences.length + 1);
			sentences.forEach((sentence, index) => expect(lines[index]).toContain(sentence));
			expect(lines.at(-1)).toBe('Nothing was sent for this item.');
		}
		expect(await calls()).toEqual([]);
	});

	it.each<[string, number[]]>([
		['30 products', [30]],
		['30 products in 10 sections', even(30, 10)],
	])('%s go out in one message, without a number', async (_name, sizes) => {
		const { json } = await runAction(credential, list(sectionsOf(sizes)));
		expect(json).toMatchObject([{ part: 1, parts: 1 }]);
		expect((await messages()).map(headerOf)).toEqual(['Fresh today']);
	});

	it('counts a repeated product once', async () => {
		const [first] = sectionsOf([30]);
		const { json } = await runAction(
			credential,
			list([{ title: 'Shelf 1', skus: [...first.skus, first.skus[3]] }]),
		);
		expect(json).toMatchObject([
			{ products: first.skus, dropped: [{ sku: first.skus[3], reason: 'duplicate' }] },
		]);
	});
});

describe('Split', () => {
	it.each<[products: number, sections: number, messages: number]>([
		[31, 1, 2],
		[31, 7, 2],
		// 31 products fill 31 sections at most.
		[31, 31, 4],
		[95, 1, 4],
		[95, 7, 4],
		[95, 40, 4],
		[300, 1, 10],
		[300, 7, 10],
		[300, 40, 10],
		[1000, 1, 34],
		[1000, 7, 34],
		[1000, 40, 34],
	])(
		'%i products in %i sections make %i messages',
		async (products, sections, expected) => {
			const given = sectionsOf(even(products, sections));
			const { json, items, error } = await runAction(credential, split(given));
			expect(error).toBeUndefined();

			const sent = await messages();
			expect(sent).toHaveLength(expected);
			// Nothing lost, nothing twice, the builder's order, and Meta shows all of it.
			const all = IN_STOCK.slice(0, products);
			expect(sent.flatMap((message) => message.products)).toEqual(all);
			expect(sent.flatMap(({ dropped }) => dropped)).toEqual([]);
			expect(json.flatMap((item) => item.products)).toEqual(all);
			// Each part keeps its title; the parts of a cut section follow each other.
			const joined = new Map<string | undefined, string[]>();
			for (const { title, skus } of sent.flatMap(partsOf)) {
				joined.set(title, [...(joined.get(title) ?? []), ...skus]);
			}
			expect([...joined].map(([title, skus]) => ({ title, skus }))).toEqual(given);
			// Meta's limits.
			for (const message of sent) {
				expect(message.products.length).toBeLessThanOrEqual(30);
				expect(sizesOf(message).length).toBeLessThanOrEqual(10);
				expect(sizesOf(message)).not.toContain(0);
				expect(Array.from(headerOf(message)).length).toBeLessThanOrEqual(60);
			}
			expect(sent.map(headerOf)).toEqual(
				sent.map((_message, index) => `Fresh today (${index + 1}/${expected})`),
			);
			expect(new Set(sent.map(({ to }) => to))).toEqual(new Set([CUSTOMERS[0].phone]));
			expect(json.map(({ messageId, part, parts }) => [messageId, part, parts])).toEqual(
				sent.map(({ id }, index) => [id, index + 1, expected]),
			);
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual(sent.map(() => ({ item: 0 })));
			const toCatalog = (await calls()).filter(({ method }) => method === 'GET');
			expect(toCatalog).toHaveLength(Math.ceil(products / 100));
		},
		60_000,
	);

	it.each<[string, number[], number[][]]>([
		['sections that fit stay whole', [20, 15, 15], [[20], [15, 15]]],
		[
			'a section is cut where whole ones would cost a message',
			[20, 20, 15],
			[
				[20, 10],
				[10, 15],
			],
		],
		[
			'ten small sections are one message, the eleventh begins another',
			even(11, 11),
			[even(10, 10), [1]],
		],
		['two full sections stay whole', [30, 30], [[30], [30]]],
		['a long section is cut at 30', [70], [[30], [30], [10]]],
	])('%s', async (_name, sizes, expected) => {
		await runAction(credential, split(sectionsOf(sizes)));
		expect((await messages()).map(sizesOf)).toEqual(expected);
	});

	it('of a list that fits makes one message, without a number', async () => {
		const { json } = await runAction(credential, split(sectionsOf([10, 20])));
		expect(json).toMatchObject([{ part: 1, parts: 1 }]);
		expect((await messages()).map(headerOf)).toEqual(['Fresh today']);
	});

	it.each<[string, string, string, string]>([
		['fits with its number', 'x'.repeat(54), `${'x'.repeat(54)} (1/2)`, `${'x'.repeat(54)} (2/2)`],
		['does not', 'x'.repeat(55), `${'x'.repeat(53)}… (1/2)`, `${'x'.repeat(53)}… (2/2)`],
		['is full of emoji', '🍎'.repeat(60), `${'🍎'.repeat(53)}… (1/2)`, `${'🍎'.repeat(53)}… (2/2)`],
	])('numbers a header that %s', async (_name, headerText, ...expected) => {
		await runAction(credential, split(sectionsOf([31]), {}, { headerText }));
		const headers = (await messages()).map(headerOf);
		expect(headers).toEqual(expected);
		headers.forEach((header) => expect(Array.from(header)).toHaveLength(60));
	});

	it('keeps numbers of two digits within 60 characters', async () => {
		const headerText = 'y'.repeat(60);
		await runAction(credential, split(sectionsOf([300]), {}, { headerText }));
		const headers = (await messages()).map(headerOf);
		expect(headers[0]).toBe(`${'y'.repeat(52)}… (1/10)`);
		expect(headers[9]).toBe(`${'y'.repeat(51)}… (10/10)`);
	});

	it('comes after leaving out: 31 products of which one is sold out are one message', async () => {
		const skus = warehouseSkus(31, 30);
		const { json } = await runAction(credential, split([{ title: 'Shelf', skus }]));
		expect(json).toMatchObject([
			{ part: 1, parts: 1, dropped: [{ sku: 'WH-00050', reason: 'outOfStock' }] },
		]);
		expect(await messages()).toMatchObject([
			{ products: skus.filter((sku) => sku !== 'WH-00050') },
		]);
	});

	it('reports what was left out with the first part only', async () => {
		const skus = warehouseSkus(65);
		const { json } = await runAction(
			credential,
			split([{ title: 'Shelf', skus: [...skus, 'WH-00001'] }]),
		);
		expect(json.map(({ dropped }) => dropped)).toEqual([
			[
				{
					sku: 'WH-00001',
					reason: 'duplicate',
					explanation: 'WH-00001 is listed more than once.',
				},
				{ sku: 'WH-00050', reason: 'outOfStock', explanation: 'WH-00050 is out of stock.' },
			],
			[],
			[],
		]);
		expect(json.map(({ products }) => (products as string[]).length)).toEqual([30, 30, 4]);
	});

	it('sends the parts to each customer in order and gives them out in the order of the input', async () => {
		const { json, items } = await runAction(
			credential,
			split(sectionsOf([35]), {}, { recipient: '={{ $json.to }}' }),
			{ items: READERS.map(({ userId }) => ({ to: userId })) },
		);
		const sent = await messages();
		for (const [index, { userId }] of READERS.entries()) {
			const own = sent.filter(({ recipient }) => recipient === userId).map(({ id }) => id);
			expect(own).toEqual([json[2 * index].messageId, json[2 * index + 1].messageId]);
		}
		expect(json.map(({ part }) => part)).toEqual([1, 2, 1, 2, 1, 2]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 1, 1, 2, 2].map((item) => ({ item })),
		);
	});

	it('carries body, footer, quote and tracking data in every part', async () => {
		const options = { trackingData: 'campaign-7', replyToMessageId: 'wamid.QUESTION' };
		const { json } = await runAction(
			credential,
			split(sectionsOf([31]), options, { footerText: 'Until noon' }),
		);
		expect(json.map(({ trackingData }) => trackingData)).toEqual(['campaign-7', 'campaign-7']);
		expect((await messages()).map(({ payload }) => payload)).toMatchObject(
			[1, 2].map(() => ({
				context: { message_id: 'wamid.QUESTION' },
				biz_opaque_callback_data: 'campaign-7',
				interactive: { body: { text: 'Choose what you like' }, footer: { text: 'Until noon' } },
			})),
		);
	});

	it('still wants titles as soon as there are two sections', async () => {
		const [first, second] = sectionsOf([20, 20]);
		const { error } = await runAction(credential, split([first, { skus: second.skus }]));
		expect(error?.description).toMatch(/^Section 2 › Title is empty\./);
		expect(await calls()).toEqual([]);
	});

	it('of one section without a title leaves it without', async () => {
		await runAction(credential, split([{ skus: IN_STOCK.slice(0, 31) }]));
		expect((await messages()).map(partsOf)).toEqual([
			[{ skus: IN_STOCK.slice(0, 30) }],
			[{ skus: IN_STOCK.slice(30, 31) }],
		]);
	});
});

describe('Send One Product as Single Product', () => {
	const single = { singleWhenOne: true };

	it('one product left goes out as a single-product message', async () => {
		const { json } = await runAction(
			credential,
			list([{ title: 'Shelf', skus: ['WH-00049', 'WH-00050'] }], single, { footerText: 'Bye' }),
		);
		expect(json).toMatchObject([
			{ products: ['WH-00049'], dropped: [{ sku: 'WH-00050' }], part: 1, parts: 1 },
		]);
		const [{ type, payload }] = await messages();
		expect(type).toBe('product');
		expect(payload.interactive).toEqual({
			type: 'product',
			body: { text: 'Choose what you like' },
			footer: { text: 'Bye' },
			action: { catalog_id: WAREHOUSE_ID, product_retailer_id: 'WH-00049' },
		});
	});

	it.each<[string, object, string[]]>([
		['without the option', {}, ['WH-00049', 'WH-00050']],
		['with the option off', { singleWhenOne: false }, ['WH-00049', 'WH-00050']],
		['with two products left', single, ['WH-00048', 'WH-00049', 'WH-00050']],
	])('%s it is a list', async (_name, options, skus) => {
		await runAction(credential, list([{ title: 'Shelf', skus }], options));
		expect(await messages()).toMatchObject([{ type: 'product_list', products: skus.slice(0, -1) }]);
	});

	it('the last part of a split with one product stays a numbered list', async () => {
		await runAction(credential, split(sectionsOf([31]), single));
		const sent = await messages();
		expect(sent.map(({ type }) => type)).toEqual(['product_list', 'product_list']);
		expect(sent.map(headerOf)).toEqual(['Fresh today (1/2)', 'Fresh today (2/2)']);
	});
});
