import {
	PRODUCT_SET_IDS,
	PROMOTION,
	WEEKLY_BASKET,
} from '../../sandbox/world/shop/productSets.mts';
import { CATALOG_IDS } from '../../sandbox/world/shop/world.mts';
import { Client } from '../support/client.mts';

const client = new Client();
beforeAll(() => client.start());
afterAll(() => client.stop());

const SHOP = CATALOG_IDS.cornerShop;
const WAREHOUSE = CATALOG_IDS.warehouse;
const BASKET = PRODUCT_SET_IDS.weeklyBasket;
const ALL_IDS: string[] = Object.values(PRODUCT_SET_IDS);

function get(node: string, edge: string, parameters: Record<string, string> = {}) {
	return client.graph('GET', `${node}/${edge}?${new URLSearchParams(parameters).toString()}`);
}

function skusOf(answer: { body: { data: Array<{ retailer_id: string }> } }): string[] {
	return answer.body.data.map((row) => row.retailer_id);
}

/** Follows `next` to the end; a list of the rows of each page. */
async function walk(node: string, edge: string, parameters: Record<string, string>) {
	const pages: any[][] = [];
	let address: string | undefined =
		`${client.address}/v26.0/${node}/${edge}?${new URLSearchParams(parameters).toString()}`;
	while (address !== undefined) {
		const response: Response = await fetch(address, {
			headers: { authorization: 'Bearer sandbox-token' },
		});
		const body = (await response.json()) as { data: any[]; paging?: { next?: string } };
		pages.push(body.data);
		address = body.paging?.next;
	}
	return pages;
}

describe('product sets', () => {
	it('of the Corner Shop are its categories, the basket and an empty one', async () => {
		const answer = await get(SHOP, 'product_sets', { fields: 'id,name,product_count,retailer_id' });
		expect(answer.status).toBe(200);
		expect(answer.body.data).toEqual([
			{ id: PRODUCT_SET_IDS.bakery, name: 'Bakery', product_count: 10 },
			{ id: PRODUCT_SET_IDS.fruitAndVegetables, name: 'Fruit & Vegetables', product_count: 10 },
			{ id: PRODUCT_SET_IDS.dairyAndEggs, name: 'Dairy & Eggs', product_count: 8 },
			{ id: PRODUCT_SET_IDS.coffeeAndTea, name: 'Coffee & Tea', product_count: 8 },
			{ id: PRODUCT_SET_IDS.pantry, name: 'Pantry', product_count: 10 },
			{ id: PRODUCT_SET_IDS.sweets, name: 'Sweets', product_count: 7 },
			{ id: PRODUCT_SET_IDS.household, name: 'Household', product_count: 7 },
			{ id: BASKET, name: 'Weekly basket', product_count: 12, retailer_id: 'weekly-basket' },
			{ id: PRODUCT_SET_IDS.empty, name: 'Flowers', product_count: 0 },
		]);
		expect(answer.body.paging.next).toBeUndefined();
	});

	it('of the Warehouse is the promotion alone', async () => {
		const answer = await get(WAREHOUSE, 'product_sets', {
			fields: 'id,name,product_count,retailer_id',
		});
		expect(answer.body.data).toEqual([
			{
				id: PRODUCT_SET_IDS.promotion,
				name: 'Promotion',
				product_count: 95,
				retailer_id: 'promotion',
			},
		]);
	});

	it('leave no product of the Corner Shop without a category set', async () => {
		const all = skusOf(await get(SHOP, 'products', { fields: 'retailer_id', limit: '200' }));
		const found: string[] = [];
		for (const id of ALL_IDS) {
			if (id === BASKET || id === PRODUCT_SET_IDS.promotion) continue;
			found.push(...skusOf(await get(id, 'products', { fields: 'retailer_id' })));
		}
		expect(found).toEqual(all);
	});

	it('show id and name when no fields are asked for', async () => {
		const list = await get(SHOP, 'product_sets', { limit: '1' });
		expect(list.body.data).toEqual([{ id: PRODUCT_SET_IDS.bakery, name: 'Bakery' }]);
		expect((await client.graph('GET', BASKET)).body).toEqual({ id: BASKET, name: 'Weekly basket' });
	});

	it('are read one by one, field by field', async () => {
		const answer = await client.graph(
			'GET',
			`${PRODUCT_SET_IDS.bakery}?fields=name,product_count,retailer_id,filter,live_metadata,latest_metadata`,
		);
		expect(answer).toEqual({
			status: 200,
			body: {
				id: PRODUCT_SET_IDS.bakery,
				name: 'Bakery',
				product_count: 10,
				filter: '{"category":{"eq":"Bakery"}}',
			},
		});
	});

	it('have a filter that finds the same products in the catalog', async () => {
		for (const catalog of [SHOP, WAREHOUSE]) {
			const sets = await get(catalog, 'product_sets', { fields: 'filter' });
			for (const { id, filter } of sets.body.data) {
				const wanted = { fields: 'retailer_id', limit: '200' };
				const byFilter = skusOf(await get(catalog, 'products', { ...wanted, filter }));
				const bySet = skusOf(await get(id, 'products', wanted));
				expect(bySet.sort()).toEqual(byFilter.sort());
			}
		}
	});

	it('are paged', async () => {
		const pages = await walk(SHOP, 'product_sets', { fields: 'id', limit: '4' });
		expect(pages.map((page) => page.length)).toEqual([4, 4, 1]);
		expect([...pages.flat().map((row) => row.id), PRODUCT_SET_IDS.promotion]).toEqual(ALL_IDS);
		const first = await get(SHOP, 'product_sets', { limit: '4' });
		const second = await get(SHOP, 'product_sets', {
			limit: '4',
			after: first.body.paging.cursors.after,
		});
		expect(second.body.data[0]).toEqual({ id: PRODUCT_SET_IDS.pantry, name: 'Pantry' });
	});

	it('have ids of digits that nothing else has', () => {
		expect(new Set([...ALL_IDS, SHOP, WAREHOUSE]).size).toBe(ALL_IDS.length + 2);
		for (const id of ALL_IDS) expect(id).toMatch(/^\d{15}$/);
	});

	it.each([
		['an unknown field of a set', BASKET, { fields: 'name,colour' }, 'colour', 'ProductSet'],
		[
			'an unknown field in the list',
			`${SHOP}/product_sets`,
			{ fields: 'skus' },
			'skus',
			'ProductSet',
		],
		[
			'an unknown field of its products',
			`${BASKET}/products`,
			{ fields: 'sku' },
			'sku',
			'ProductItem',
		],
		['an unknown edge', `${BASKET}/product_sets`, {}, 'product_sets', 'ProductSet'],
	])('refuse %s', async (_name, path, parameters, field, type) => {
		const query = new URLSearchParams(parameters as Record<string, string>).toString();
		expect(await client.graph('GET', `${path}?${query}`)).toMatchObject({
			status: 400,
			body: {
				error: {
					code: 100,
					message: `(#100) Tried accessing nonexisting field (${field}) on node type (${type})`,
				},
			},
		});
	});

	it('refuse an id that does not exist, and writing', async () => {
		for (const answer of [
			await get('318402775919999', 'products'),
			await client.graph('POST', BASKET, { name: 'Daily basket' }),
			await client.graph('DELETE', BASKET),
		]) {
			expect(answer).toMatchObject({
				status: 400,
				body: { error: { code: 100, error_subcode: 33 } },
			});
		}
	});

	it('want catalog_management', async () => {
		for (const path of [`${SHOP}/product_sets`, BASKET, `${BASKET}/products`]) {
			const answer = await client.graph('GET', path, undefined, 'sandbox-token-no-catalog');
			expect(answer).toMatchObject({
				status: 403,
				body: { error: { code: 200, message: expect.stringContaining('catalog_management') } },
			});
		}
	});
});

describe('the products of a set', () => {
	it('come in the order of the basket, sold out and hidden ones included', async () => {
		const answer = await get(BASKET, 'products', {
			fields: 'retailer_id,availability,visibility,review_status,category',
		});
		expect(skusOf(answer)).toEqual(WEEKLY_BASKET);
		const rows = answer.body.data as Array<Record<string, string>>;
		const having = (field: string, value: string) =>
			rows.filter((row) => row[field] === value).map((row) => row.retailer_id);
		expect(having('availability', 'out of stock')).toEqual(['BAK-BAGUETTE']);
		expect(having('visibility', 'staging')).toEqual(['SWE-CHRISTMAS']);
		expect(having('review_status', 'approved')).toHaveLength(12);
		expect(new Set(rows.map((row) => row.category)).size).toBe(7);
		expect([...WEEKLY_BASKET].sort()).not.toEqual(WEEKLY_BASKET);
	});

	it('keep that order over pages, forwards and backwards', async () => {
		const pages = await walk(BASKET, 'products', { fields: 'retailer_id', limit: '5' });
		expect(pages.map((page) => page.length)).toEqual([5, 5, 2]);
		expect(pages.flat().map((row) => row.retailer_id)).toEqual(WEEKLY_BASKET);
		const wanted = { fields: 'retailer_id', limit: '5' };
		const first = await get(BASKET, 'products', wanted);
		const second = await get(BASKET, 'products', {
			...wanted,
			after: first.body.paging.cursors.after,
		});
		const back = await get(BASKET, 'products', {
			...wanted,
			before: second.body.paging.cursors.before,
		});
		expect(skusOf(second)).toEqual(WEEKLY_BASKET.slice(5, 10));
		expect(skusOf(back)).toEqual(WEEKLY_BASKET.slice(0, 5));
	});

	it('are 95 in the promotion, 25 to a page unless told otherwise', async () => {
		const pages = await walk(PRODUCT_SET_IDS.promotion, 'products', {
			fields: 'retailer_id,availability',
		});
		expect(pages.map((page) => page.length)).toEqual([25, 25, 25, 20]);
		const rows = pages.flat();
		expect(rows.map((row) => row.retailer_id)).toEqual(PROMOTION);
		expect(new Set(PROMOTION).size).toBe(95);
		expect(rows.filter((row) => row.availability === 'out of stock')).toHaveLength(3);
		const whole = await get(PRODUCT_SET_IDS.promotion, 'products', { limit: '100' });
		expect(whole.body.data).toHaveLength(95);
		expect(whole.body.paging.next).toBeUndefined();
	});

	it('are none in the empty set, without paging', async () => {
		const answer = await get(PRODUCT_SET_IDS.empty, 'products', { summary: 'true' });
		expect(answer).toEqual({ status: 200, body: { data: [], summary: { total_count: 0 } } });
	});

	it('can be limited to approved products and counted', async () => {
		const wanted = { fields: 'retailer_id', summary: 'true' };
		const all = await get(PRODUCT_SET_IDS.household, 'products', wanted);
		const approved = await get(PRODUCT_SET_IDS.household, 'products', {
			...wanted,
			return_only_approved_products: 'true',
		});
		expect([all.body.summary.total_count, approved.body.summary.total_count]).toEqual([7, 6]);
		expect(skusOf(approved)).not.toContain('HOU-LIGHTER');
	});

	it.each([
		['a good one', '{"retailer_id":{"eq":"BAK-RYE"}}'],
		['a bad one', '{broken'],
	])('refuse a filter, even %s', async (_name, filter) => {
		const answer = await get(PRODUCT_SET_IDS.bakery, 'products', { filter });
		expect(answer).toMatchObject({
			status: 400,
			body: {
				error: {
					code: 100,
					type: 'OAuthException',
					message: expect.stringMatching(/^\(#100\) Param filter /),
					fbtrace_id: expect.any(String),
				},
			},
		});
	});

	it.each([
		['limit', '0'],
		['limit', 'many'],
		['after', 'nonsense'],
	])('refuse %s=%s', async (name, value) => {
		for (const path of [`${BASKET}/products`, `${SHOP}/product_sets`]) {
			const query = new URLSearchParams({ [name]: value }).toString();
			expect(await client.graph('GET', `${path}?${query}`)).toMatchObject({
				status: 400,
				body: { error: { code: 100 } },
			});
		}
	});

	it('refuse the cursor of another set', async () => {
		const other = await get(PRODUCT_SET_IDS.pantry, 'products', { limit: '2' });
		const answer = await get(PRODUCT_SET_IDS.sweets, 'products', {
			after: other.body.paging.cursors.after,
		});
		expect(answer).toMatchObject({ status: 400, body: { error: { code: 100 } } });
	});
});

describe('the fields for a product message', () => {
	const FIELDS =
		'retailer_id,name,price,sale_price,currency,availability,visibility,review_status,image_url,description,url,brand,category';

	it('are all answered, by the catalog and by the set alike', async () => {
		const filter = '{"retailer_id":{"is_any":["COF-HOUSE"]}}';
		const byCatalog = await get(SHOP, 'products', { fields: FIELDS, filter });
		const bySet = await get(BASKET, 'products', { fields: FIELDS, limit: '1' });
		expect(byCatalog.body.data).toEqual([
			{
				id: expect.stringMatching(/^\d{16}$/),
				retailer_id: 'COF-HOUSE',
				name: 'House Blend Beans, 250 g',
				price: '$11.50',
				sale_price: '$9.50',
				currency: 'USD',
				availability: 'in stock',
				visibility: 'published',
				review_status: 'approved',
				image_url: `${client.address}/pictures/COF-HOUSE.svg`,
				description: 'Chocolate, nuts, no surprises.',
				url: 'https://shop.example/products/COF-HOUSE',
				brand: 'Harbour Roasters',
				category: 'Coffee & Tea',
			},
		]);
		expect(bySet.body.data).toEqual(byCatalog.body.data);
	});

	it('have a value for every product; only a sale price may be missing', async () => {
		for (const node of [SHOP, WAREHOUSE, BASKET, PRODUCT_SET_IDS.promotion]) {
			const answer = await get(node, 'products', { fields: FIELDS, limit: '200' });
			for (const row of answer.body.data) {
				for (const field of FIELDS.split(',').filter((name) => name !== 'sale_price'))
					expect(row[field]).toMatch(/\S/);
			}
		}
	});

	it('lead to a picture under an absolute address', async () => {
		for (const set of [BASKET, PRODUCT_SET_IDS.promotion]) {
			const answer = await get(set, 'products', { fields: 'image_url', limit: '100' });
			for (const { image_url: address } of answer.body.data as Array<{ image_url: string }>) {
				expect(address.startsWith(`${client.address}/pictures/`)).toBe(true);
				const picture = await fetch(address);
				expect(picture.status).toBe(200);
				expect(picture.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
			}
		}
	});
});
