import { BUSINESS_ACCOUNT, CATALOG_IDS } from '../../sandbox/world/shop/world.mts';
import { Client } from '../support/client.mts';

const client = new Client();
beforeAll(() => client.start());
afterAll(() => client.stop());

const SHOP = CATALOG_IDS.cornerShop;
const WAREHOUSE = CATALOG_IDS.warehouse;

function products(catalog: string, parameters: Record<string, string>) {
	return client.graph('GET', `${catalog}/products?${new URLSearchParams(parameters).toString()}`);
}

/** SKUs that a filter finds in the Corner Shop. */
async function found(filter: unknown): Promise<string[]> {
	const answer = await products(SHOP, {
		fields: 'retailer_id',
		limit: '200',
		filter: JSON.stringify(filter),
	});
	expect(answer.status).toBe(200);
	return answer.body.data.map((product: { retailer_id: string }) => product.retailer_id);
}

describe('catalogs', () => {
	it('are listed at the business account and read one by one', async () => {
		const list = await client.graph('GET', `${BUSINESS_ACCOUNT.id}/product_catalogs`);
		expect(list.body.data).toEqual([
			{ id: '194836987003835', name: 'Corner Shop' },
			{ id: '204836987003841', name: 'Warehouse' },
		]);
		const one = await client.graph('GET', `${WAREHOUSE}?fields=id,name,product_count`);
		expect(one.body).toEqual({ id: WAREHOUSE, name: 'Warehouse', product_count: 10_000 });
	});

	it('show products with prices as formatted text', async () => {
		const answer = await products(SHOP, {
			filter: '{"retailer_id":{"eq":"COF-HOUSE"}}',
			fields: 'retailer_id,name,price,sale_price,currency,availability,visibility,review_status',
		});
		expect(answer.body.data).toEqual([
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
			},
		]);
		const euro = await products(WAREHOUSE, { limit: '1', fields: 'price' });
		expect(euro.body.data[0].price).toBe('€1.37');
	});

	it('show id, name and SKU when no fields are asked for, and refuse unknown fields', async () => {
		const answer = await products(SHOP, { limit: '1' });
		expect(answer.body.data).toEqual([
			{ id: expect.any(String), name: 'Sourdough Loaf', retailer_id: 'BAK-SOURDOUGH' },
		]);
		expect(await products(SHOP, { fields: 'name,sku' })).toMatchObject({
			status: 400,
			body: { error: { code: 100, message: expect.stringContaining('(sku)') } },
		});
	});

	it('hold what a sender has to cope with', async () => {
		const answer = await products(SHOP, {
			fields: 'retailer_id,availability,visibility,review_status,category',
			limit: '200',
		});
		const rows = answer.body.data as Array<Record<string, string>>;
		expect(rows).toHaveLength(60);
		expect(rows.filter((row) => row.availability === 'out of stock')).toHaveLength(4);
		expect(rows.filter((row) => row.visibility === 'staging')).toHaveLength(1);
		expect(rows.filter((row) => row.review_status === 'rejected')).toHaveLength(1);
		expect(new Set(rows.map((row) => row.category)).size).toBe(7);
		expect(new Set(rows.map((row) => row.retailer_id)).size).toBe(60);
	});

	it('draw a picture for every product, whatever its SKU looks like', async () => {
		const answer = await products(SHOP, { fields: 'image_url', limit: '200' });
		for (const { image_url: address } of answer.body.data as Array<{ image_url: string }>) {
			const picture = await fetch(address);
			expect(picture.status).toBe(200);
			expect(picture.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
			expect(await picture.text()).toMatch(/^<svg .*<\/svg>$/s);
		}
		expect((await fetch(`${client.address}/pictures/NO-SUCH.svg`)).status).toBe(404);
	});
});

describe('filters', () => {
	it.each([
		['eq', { retailer_id: { eq: 'BAK-RYE' } }, ['BAK-RYE']],
		[
			'is_any',
			{ retailer_id: { is_any: ['DAI-MILK', 'NO-SUCH', 'BAK-RYE'] } },
			['BAK-RYE', 'DAI-MILK'],
		],
		['contains, case minded', { name: { contains: 'Loaf' } }, ['BAK-SOURDOUGH', 'BAK-RYE']],
		['contains, case wrong', { name: { contains: 'loaf' } }, []],
		['i_contains', { name: { i_contains: 'LOAF' } }, ['BAK-SOURDOUGH', 'BAK-RYE']],
		['i_contains beyond ASCII', { name: { i_contains: 'GRUYÈRE' } }, ['DAI-GRUYERE']],
		['lt', { price_amount: { lt: 190 } }, ['BAK-BAGEL', 'PAN-BEANS']],
		['lte', { price_amount: { lte: 190 } }, ['BAK-BAGEL', 'FRU-AVOCADO', 'DAI-MILK', 'PAN-BEANS']],
		['gt', { price_amount: { gt: 2400 } }, ['HOU-GIFT']],
		['gte', { price_amount: { gte: 2400 } }, ['BAK-CAKE-CARROT', 'HOU-GIFT']],
		['price eq, as text', { price_amount: { eq: '5000' } }, ['HOU-GIFT']],
		[
			'and',
			{ and: [{ category: { eq: 'Bakery' } }, { price_amount: { gt: 650 } }] },
			['BAK-SOURDOUGH', 'BAK-CAKE-CARROT'],
		],
		[
			'or',
			{ or: [{ retailer_id: { eq: 'BAK-RYE' } }, { retailer_id: { eq: 'HOU-SOAP' } }] },
			['BAK-RYE', 'HOU-SOAP'],
		],
		[
			'nested',
			{
				and: [
					{ or: [{ category: { eq: 'Bakery' } }, { category: { eq: 'Sweets' } }] },
					{ availability: { neq: 'in stock' } },
				],
			},
			['BAK-BAGUETTE'],
		],
		[
			'starts_with',
			{ and: [{ category: { starts_with: 'Coffee' } }, { name: { i_contains: 'tea' } }] },
			['TEA-MINT'],
		],
		['visibility', { visibility: { eq: 'staging' } }, ['SWE-CHRISTMAS']],
	])('%s', async (_name, filter, skus) => {
		expect(await found(filter)).toEqual(skus);
	});

	it('the negative operators are what the positive ones leave', async () => {
		expect(await found({ retailer_id: { neq: 'BAK-RYE' } })).toHaveLength(59);
		expect(await found({ retailer_id: { is_not_any: ['BAK-RYE', 'DAI-MILK'] } })).toHaveLength(58);
		expect(await found({ name: { not_contains: 'Loaf' } })).toHaveLength(58);
		expect(await found({ name: { i_not_contains: 'LOAF' } })).toHaveLength(58);
		expect(await found({ price_amount: { neq: 5000 } })).toHaveLength(59);
	});

	it.each([
		['no JSON', '{name'],
		['an empty object', '{}'],
		['a list', '[]'],
		['two keys at once', '{"name":{"eq":"a"},"brand":{"eq":"b"}}'],
		['two operators at once', '{"name":{"eq":"a","neq":"b"}}'],
		['an unknown field', '{"colour":{"eq":"red"}}'],
		['a field from the prototype', '{"constructor":{"eq":"red"}}'],
		['an unknown operator', '{"name":{"like":"a"}}'],
		['an operator for another kind of field', '{"name":{"gt":"a"}}'],
		['a number operator without a number', '{"price_amount":{"lt":"cheap"}}'],
		['price by its text', '{"price":{"eq":"$5.00"}}'],
		['is_any without a list', '{"retailer_id":{"is_any":"BAK-RYE"}}'],
		['is_any with an empty list', '{"retailer_id":{"is_any":[]}}'],
		['and without a list', '{"and":{"name":{"eq":"a"}}}'],
		['or with an empty list', '{"or":[]}'],
		['a value that is an object', '{"name":{"eq":{}}}'],
		['starts_with elsewhere', '{"name":{"starts_with":"a"}}'],
		['far too deep', '{"and":['.repeat(50) + '{"name":{"eq":"a"}}' + ']}'.repeat(50)],
	])('refuse %s', async (_name, filter) => {
		const answer = await products(SHOP, { filter });
		expect(answer).toMatchObject({
			status: 400,
			body: { error: { code: 100, message: expect.stringMatching(/^\(#100\) Param filter /) } },
		});
	});

	it('can be limited to approved products', async () => {
		const answer = await products(SHOP, {
			return_only_approved_products: 'true',
			summary: 'true',
			limit: '1',
		});
		expect(answer.body.summary).toEqual({ total_count: 59 });
	});
});

describe('paging', () => {
	it('walks through all 10,000 products by following next, each once', async () => {
		const seen = new Set<string>();
		let address: string | undefined =
			`${client.address}/v26.0/${WAREHOUSE}/products?fields=retailer_id&limit=500`;
		let pages = 0;
		while (address !== undefined) {
			const response: Response = await fetch(address, {
				headers: { authorization: 'Bearer sandbox-token' },
			});
			const body = (await response.json()) as {
				data: Array<{ retailer_id: string }>;
				paging: { next?: string };
			};
			for (const product of body.data) seen.add(product.retailer_id);
			pages += 1;
			address = body.paging.next;
		}
		expect([pages, seen.size, seen.has('WH-00001'), seen.has('WH-10000')]).toEqual([
			20,
			10_000,
			true,
			true,
		]);
	});

	it('goes on after a cursor and back before one', async () => {
		const first = await products(WAREHOUSE, { limit: '3', fields: 'retailer_id' });
		expect(first.body.paging.previous).toBeUndefined();
		const second = await products(WAREHOUSE, {
			limit: '3',
			fields: 'retailer_id',
			after: first.body.paging.cursors.after,
		});
		expect(second.body.data.map((row: any) => row.retailer_id)).toEqual([
			'WH-00004',
			'WH-00005',
			'WH-00006',
		]);
		const back = await products(WAREHOUSE, {
			limit: '3',
			fields: 'retailer_id',
			before: second.body.paging.cursors.before,
		});
		expect(back.body.data).toEqual(first.body.data);
		expect(second.body.paging.previous).toContain('before=');
	});

	it('has no next on the last page and no paging when nothing is found', async () => {
		const last = await products(WAREHOUSE, {
			limit: '5',
			filter: '{"name":{"i_contains":"no. 0000"}}',
			summary: 'true',
		});
		expect(last.body.data).toHaveLength(5);
		const rest = await products(WAREHOUSE, {
			limit: '5',
			filter: '{"name":{"i_contains":"no. 0000"}}',
			after: last.body.paging.cursors.after,
		});
		expect(rest.body.data).toHaveLength(4);
		expect(rest.body.paging.next).toBeUndefined();
		expect(last.body.summary).toEqual({ total_count: 9 });
		const none = await products(SHOP, { filter: '{"name":{"eq":"unicorn"}}', summary: 'true' });
		expect(none.body).toEqual({ data: [], summary: { total_count: 0 } });
	});

	it('finds a product on the 200th page by its name', async () => {
		const answer = await products(WAREHOUSE, {
			filter: '{"name":{"i_contains":"no. 04990"}}',
			fields: 'retailer_id,name',
		});
		expect(answer.body.data).toEqual([expect.objectContaining({ retailer_id: 'WH-04990' })]);
	});

	it('gives 25 by default and 500 at most', async () => {
		expect((await products(WAREHOUSE, {})).body.data).toHaveLength(25);
		expect((await products(WAREHOUSE, { limit: '2000' })).body.data).toHaveLength(500);
	});

	it('repeats the token in next only when it came in the query', async () => {
		const header = await products(WAREHOUSE, { limit: '1' });
		expect(header.body.paging.next).not.toContain('token');
		const query = await client.ask(
			'GET',
			`/v26.0/${WAREHOUSE}/products?limit=1&access_token=sandbox-token`,
		);
		expect(query.body.paging.next).toContain('access_token=sandbox-token');
		expect((await fetch(query.body.paging.next)).status).toBe(200);
	});

	it.each([
		['limit', '0'],
		['limit', '-1'],
		['limit', 'many'],
		['after', 'nonsense'],
		['before', 'cm93IDE'],
	])('refuses %s=%s', async (name, value) => {
		expect(await products(SHOP, { [name]: value })).toMatchObject({
			status: 400,
			body: { error: { code: 100 } },
		});
	});
});

describe('a product by its node id', () => {
	const byNodeId = (catalog: string, sku: string, fields = 'retailer_id') =>
		client.graph(
			'GET',
			`${encodeURIComponent(`catalog:${catalog}:${Buffer.from(sku).toString('base64')}`)}?fields=${fields}`,
		);

	it.each(['BAK-RYE', 'TEA/EG 50+5', 'CAFÉ-DECAF'])('is found by the SKU %s', async (sku) => {
		const answer = await byNodeId(SHOP, sku);
		expect(answer).toMatchObject({ status: 200, body: { retailer_id: sku } });
		expect(
			(await client.graph('GET', `${answer.body.id}?fields=retailer_id`)).body.retailer_id,
		).toBe(sku);
	});

	it('that does not exist is refused as Meta does', async () => {
		const answer = await byNodeId(SHOP, 'NO-SUCH');
		expect(answer).toMatchObject({
			status: 400,
			body: {
				error: {
					code: 100,
					message: expect.stringContaining(`Could not find Product Item for catalog id ${SHOP}`),
				},
			},
		});
		expect((await byNodeId('1', 'BAK-RYE')).body.error).toMatchObject({
			code: 100,
			error_subcode: 33,
		});
		expect((await client.graph('GET', '5900000000000999')).body.error).toMatchObject({
			code: 100,
			error_subcode: 33,
		});
	});
});
