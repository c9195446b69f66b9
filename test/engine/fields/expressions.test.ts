import type { IDataObject } from 'n8n-workflow';

import { CUSTOMERS } from '../../../sandbox/world/shop/world.mts';
import { PRODUCT_SET_IDS } from '../../../sandbox/world/shop/productSets.mts';
import { CATALOG_ID, multiProduct } from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, calls } = useSandbox();

const [PABLO, KAETHE, ROBIN] = CUSTOMERS;
const sends = async () => (await calls()).filter(({ method }) => method === 'POST');
const fromOrders = (more: object = {}) =>
	({ ...multiProduct, productSource: 'order', ...more }) as IDataObject;
const catalog = (operation: string, more: object = {}) =>
	({ resource: 'catalog', operation, catalogId: byId(CATALOG_ID), ...more }) as IDataObject;

describe('Preview Only from an expression', () => {
	it.each(['true', 1, 'yes', 'FALSE?', {}, ['x'], ' ', 'no'])('%p sends nothing', async (value) => {
		const previewOnly = '={{ $json.value }}';
		const items = [{ value }] as IDataObject[];
		const { json } = await runAction(
			credential,
			{ ...multiProduct, options: { previewOnly } },
			{ items },
		);
		expect(json).toMatchObject([{ status: 'preview' }]);
		expect(await sends()).toEqual([]);
	});

	it.each([false, null, '', 0, 'false', ' FALSE '])('%p sends', async (value) => {
		const previewOnly = '={{ $json.value }}';
		const items = [{ value }] as IDataObject[];
		const { json } = await runAction(
			credential,
			{ ...multiProduct, options: { previewOnly } },
			{ items },
		);
		expect(json).toMatchObject([{ status: 'accepted' }]);
	});

	it('of one item makes its whole message a preview', async () => {
		const parameters = {
			...multiProduct,
			productSource: 'inputItems',
			options: { previewOnly: '={{ $json.look }}', unavailableProducts: 'send' },
		};
		const items = [
			{ sku: 'BAK-RYE', look: false },
			{ sku: 'BAK-BAGEL', look: true },
		];
		const { json } = await runAction(credential, parameters, { items });
		expect(json).toMatchObject([
			{ status: 'preview', productDetails: [{ name: expect.any(String) }, { sku: 'BAK-BAGEL' }] },
		]);
		expect(await sends()).toEqual([]);
	});
});

describe('an option that the node does not offer', () => {
	it.each([
		['unavailableProducts', 'Unavailable Products', 'fail (Do Not Send)'],
		['overflow', 'Overflow', 'fail (Do Not Send)'],
	])('%s sends nothing and names what there is', async (name, label, offered) => {
		const options = { [name]: '={{ "Do Not Send" }}' };
		const { error } = await runAction(credential, { ...multiProduct, options });
		expect(error?.message).toBe(`${label} must be changed [item 0]`);
		expect(error?.description).toContain(offered);
		expect(await calls()).toEqual([]);
	});

	it('is not one that is left blank', async () => {
		const options = { unavailableProducts: '={{ null }}', overflow: '={{ "" }}' };
		expect((await runAction(credential, { ...multiProduct, options })).error).toBeUndefined();
	});
});

describe('a number that is none', () => {
	const numbers = [null, 0, -1, 'abc', 2.5];
	const order = { lines: [{ sku: 'BAK-RYE' }, { sku: 'BAK-BAGEL' }] };

	it.each(numbers)('Max Products of orders: %p', async (value) => {
		const parameters = fromOrders({
			orders: '={{ $json.order }}',
			maxProducts: '={{ $json.value }}',
		});
		const { error } = await runAction(credential, parameters, { items: [{ value, order }] });
		expect(error?.message).toBe('Max Products must be changed [item 0]');
		expect(error?.description).toContain('Enter a whole number from 1.');
		expect(await calls()).toEqual([]);
	});

	it.each(numbers)('Max Products of a product set: %p', async (value) => {
		const parameters = {
			...multiProduct,
			productSource: 'productSet',
			productSetId: byId(PRODUCT_SET_IDS.promotion),
			maxProducts: '={{ $json.value }}',
		};
		const { error } = await runAction(credential, parameters, { items: [{ value }] });
		expect(error?.message).toBe('Max Products must be changed [item 0]');
		expect(await calls()).toEqual([]);
	});

	it.each(['getProducts', 'getProductSets'])('Limit of %s', async (operation) => {
		for (const value of numbers) {
			const parameters = catalog(operation, { limit: '={{ $json.value }}' });
			const { error } = await runAction(credential, parameters, { items: [{ value }] });
			expect(error?.message).toBe('Limit must be changed [item 0]');
		}
		expect(await calls()).toEqual([]);
	});

	it('may be a text, as a sheet gives it', async () => {
		const parameters = fromOrders({ orders: '={{ $json.order }}', maxProducts: '={{ "1" }}' });
		const { json } = await runAction(credential, parameters, { items: [{ order }] });
		expect(json).toMatchObject([{ products: ['BAK-RYE'] }]);
	});
});

describe('filters of Get Many Products', () => {
	const filtered = (filters: object) => catalog('getProducts', { filters, returnAll: true });
	const set = { productSetId: byId(PRODUCT_SET_IDS.promotion) };

	it.each([{}, set])('that are blank filter nothing, with %p', async (more) => {
		const blank = {
			maxPrice: '={{ null }}',
			minPrice: '={{ "" }}',
			search: '={{ null }}',
			availability: '={{ null }}',
		};
		const all = (await runAction(credential, filtered(more))).json;
		expect(all.length).toBeGreaterThan(2);
		expect((await runAction(credential, filtered({ ...blank, ...more }))).json).toEqual(all);
	});

	it.each([{}, set])('may be texts and numbers, with %p', async (more) => {
		const filters = {
			availability: '={{ "in stock" }}',
			maxPrice: '={{ "3.50" }}',
			search: '={{ 50 }}',
		};
		const { error, json } = await runAction(credential, filtered({ ...filters, ...more }));
		expect(error).toBeUndefined();
		expect(json.every(({ price }) => (price as number) <= 3.5)).toBe(true);
		const cheap = await runAction(credential, filtered({ maxPrice: '={{ "3.50" }}', ...more }));
		expect(cheap.json.length).toBeGreaterThan(0);
	});

	it.each<[string, unknown, string]>([
		[
			'maxPrice',
			'={{ "2,50" }}',
			'Max Price is "2,50". Enter a number such as 9.90, without a currency.',
		],
		[
			'minPrice',
			'={{ "abc" }}',
			'Min Price is "abc". Enter a number such as 9.90, without a currency.',
		],
		[
			'minPrice',
			'={{ -1 }}',
			'Min Price is "-1". Enter a number such as 9.90, without a currency.',
		],
		[
			'availability',
			'={{ "sold" }}',
			expect.stringMatching(/^Availability is "sold".*in stock \(In Stock\)/) as never,
		],
		['search', '={{ {} }}', 'Search is an object. It must be a text.'],
	])('%s %p is refused in words', async (name, value, sentence) => {
		for (const more of [{}, set]) {
			const { error } = await runAction(credential, filtered({ [name]: value, ...more }));
			expect(error?.description).toEqual(sentence);
		}
		expect(await calls()).toEqual([]);
	});
});

describe('Input Items', () => {
	const parameters = {
		...multiProduct,
		catalogId: byId('={{ $json.catalog }}'),
		productSource: 'inputItems',
		itemSection: '={{ $json.section }}',
	};

	it('name a section that is no text, instead of showing it to customers', async () => {
		const items = [{ catalog: CATALOG_ID, sku: 'BAK-RYE', section: { name: 'Bread' } }];
		const { error } = await runAction(credential, parameters, { items });
		expect(error?.description).toContain('Section 1 › Title is an object. It must be a text.');
		expect(await calls()).toEqual([]);
	});

	it('are one message and one section where they only look different', async () => {
		const items = [
			{ catalog: CATALOG_ID, sku: 'BAK-RYE', section: 'Bread' },
			{ catalog: Number(CATALOG_ID), sku: 'BAK-BAGEL', section: '\u200bBread ' },
		];
		const { json } = await runAction(credential, parameters, { items });
		expect(json).toMatchObject([{ products: ['BAK-RYE', 'BAK-BAGEL'] }]);
	});
});

describe('a SKU List that is no text', () => {
	it('is named, instead of shown to customers', async () => {
		const skuList = '={{ { sku: "BAK-RYE" } }}';
		const given = { ...multiProduct, productSource: 'skuList', skuList };
		const { error } = await runAction(credential, given);
		expect(error?.description).toContain('SKU List is an object. It must be a text.');
		expect(await calls()).toEqual([]);
	});

	it('is read where it is a table: rows as other nodes give them', async () => {
		const skuList = '={{ [{ sku: "BAK-RYE", title: "x" }, { sku: "BAK-BAGEL" }] }}';
		const given = { ...multiProduct, productSource: 'skuList', skuList };
		const { json } = await runAction(credential, given);
		expect(json).toMatchObject([{ products: ['BAK-RYE', 'BAK-BAGEL'] }]);
	});
});

describe('Check Products', () => {
	it('takes a SKU that is a number', async () => {
		const { error, json } = await runAction(
			credential,
			catalog('checkProducts', { skus: '={{ 4711 }}' }),
		);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ sku: '4711', reason: 'notInCatalog' }]);
	});
});

describe('Orders', () => {
	const orderOf = (orderId: string, ...skus: unknown[]) => ({
		event: 'order',
		orderId,
		placedAt: '2026-11-21T10:00:00.000Z',
		lines: skus.map((sku) => ({ sku, quantity: 1 })),
	});
	const each = (more: object = {}) => fromOrders({ recipient: '={{ $json.to }}', ...more });

	it('with a SKU that is a number keep it', async () => {
		const items = [{ to: PABLO.phone, ...orderOf('1', 4711, ' BAK-RYE ', 'BAK-RYE') }];
		const { json } = await runAction(credential, each(), { items: items as never });
		expect(json).toMatchObject([
			{ products: ['BAK-RYE'], dropped: [{ sku: '4711', reason: 'notInCatalog' }] },
		]);
	});

	it('say which lines and entries were left out', async () => {
		const orders = [orderOf('1', 'BAK-RYE', null, {}), { lines: 'none' }];
		const parameters = fromOrders({ orders: '={{ $json.orders }}' });
		const { hints } = await runAction(credential, parameters, { items: [{ orders }] as never });
		expect(hints).toEqual([
			'Left out of Orders [item 0]: 1 that is no order and 2 without a SKU that can be read.',
		]);
	});

	it('of all items in each item are warned of', async () => {
		const items = [
			{ to: PABLO.phone, ...orderOf('1', 'BAK-RYE') },
			{ to: KAETHE.phone, ...orderOf('2', 'BAK-BAGEL') },
			{ to: ROBIN.userId, ...orderOf('3', 'TEA-MINT') },
		] as IDataObject[];
		const all = each({ orders: '={{ $input.all() }}' });
		expect((await runAction(credential, all, { items })).hints).toEqual([
			expect.stringMatching(/^Several items read the same list of orders.*Execute Once/),
		]);
		const node = { executeOnce: true };
		expect((await runAction(credential, all, { items, node })).hints).toEqual([]);
		expect((await runAction(credential, each(), { items })).hints).toEqual([]);
	});

	it('as the trigger yields them line by line', async () => {
		const line = (orderId: string, sku: string) => ({
			to: PABLO.phone,
			event: 'order',
			orderId,
			line: 1,
			sku,
			quantity: 1,
		});
		const items = [line('1', 'BAK-RYE'), line('1', 'BAK-BAGEL'), line('2', 'BAK-BAGEL')];
		const all = each({ orders: '={{ $input.all() }}', ranking: 'mostOften' });
		const node = { executeOnce: true };
		const { json, hints } = await runAction(credential, all, { items, node });
		expect(json).toMatchObject([{ products: ['BAK-BAGEL', 'BAK-RYE'] }]);
		expect(hints).toEqual([]);
		expect((await runAction(credential, each(), { items })).hints).toEqual([
			expect.stringMatching(/^Each item holds one line of an order.*Execute Once/),
		]);
	});
});
