import { CATALOG_ID, WAREHOUSE_ID } from '../../support/parameters';
import { byId, search } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, calls } = useSandbox();
const inShop = { operation: 'sendSingleProduct', catalogId: byId(CATALOG_ID) };
const inWarehouse = { operation: 'sendSingleProduct', catalogId: byId(WAREHOUSE_ID) };

it('lists the sending numbers', async () => {
	const { results } = await search(credential, 'searchPhoneNumbers');
	expect(results.map(({ name, value }) => [name, value])).toEqual([
		['+1 555-078-3881 · Sandbox Bakery & Grocery', '106540352242922'],
		['+49 30 23125123 · Sandbox Bäckerei & Feinkost', '106540352242933'],
	]);
	expect((await search(credential, 'searchPhoneNumbers', {}, 'feinkost')).results).toHaveLength(1);
});

it('lists the catalogs', async () => {
	const { results } = await search(credential, 'searchCatalogs');
	expect(results).toEqual([
		{ name: 'Corner Shop', value: CATALOG_ID },
		{ name: 'Warehouse', value: WAREHOUSE_ID },
	]);
});

it('shows price and availability of a product', async () => {
	const { results } = await search(credential, 'searchProducts', inShop, 'baguette');
	expect(results).toEqual([
		{
			name: 'out of stock · Baguette (BAK-BAGUETTE) · $3.20',
			value: 'BAK-BAGUETTE',
			description: '$3.20 · out of stock',
		},
	]);
});

it('says that a product is hidden', async () => {
	const { results } = await search(credential, 'searchProducts', inShop, 'SWE-CHRISTMAS');
	expect(results[0].description).toMatch(/ · hidden$/);
});

it('searches the whole of a large catalog, by name and by SKU', async () => {
	const { results: bySku } = await search(credential, 'searchProducts', inWarehouse, 'wh-09876');
	expect(bySku.map(({ value }) => value)).toEqual(['WH-09876']);
	const name = String(bySku[0].name).replace(/ \(.*/, '');
	const { results: byName } = await search(credential, 'searchProducts', inWarehouse, name);
	expect(byName.map(({ value }) => value)).toContain('WH-09876');
	expect(await calls()).toHaveLength(2);
});

it('pages through all 10,000 products', async () => {
	const seen = new Set<string>();
	let token: string | undefined;
	do {
		const page = await search(credential, 'searchProducts', inWarehouse, undefined, token);
		page.results.forEach(({ value }) => seen.add(String(value)));
		token = page.paginationToken as string | undefined;
	} while (token !== undefined);
	expect(seen.size).toBe(10_000);
}, 30_000);

it.each([
	['no catalog', byId('')],
	['a catalog that is not an id', byId('../me')],
])('asks for a catalog first: %s', async (_name, catalogId) => {
	const listing = search(credential, 'searchProducts', { ...inShop, catalogId });
	await expect(listing).rejects.toMatchObject({ message: 'Choose a catalog first' });
	expect(await calls()).toEqual([]);
});

it('says that a token has no catalog rights', async () => {
	const limited = { ...credential, accessToken: 'sandbox-token-no-catalog' };
	await expect(search(limited, 'searchProducts', inShop)).rejects.toMatchObject({
		message: expect.stringMatching(/^The access token lacks a permission\. .*catalog_management/),
	});
});

it('speaks of reading and not of sending where the host cannot be reached', async () => {
	const nowhere = { ...credential, baseUrl: 'http://127.0.0.1:1' };
	await expect(search(nowhere, 'searchCatalogs')).rejects.toMatchObject({
		message: expect.stringMatching(
			/^The host of the Graph API cannot be reached\. Try again in a few minutes(?!.*sent)/,
		),
	});
});
