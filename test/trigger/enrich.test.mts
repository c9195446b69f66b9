import { cornerShopProducts } from '../../sandbox/world/shop/cornerShop.mts';
import { useSandbox } from '../support/sandbox';
import { cart, delivery, line } from '../support/fixtures/deliveries';
import { TriggerHost } from '../support/webhookHost.mts';

const { credential, calls, control } = useSandbox();
const CORNER_SHOP = '194836987003835';
const WAREHOUSE = '204836987003841';
const rye = cornerShopProducts().find(({ sku }) => sku === 'BAK-RYE')!;
const price = rye.priceMinor / 100;

let host: TriggerHost;
const start = async (change: object = {}, parameters: object = {}) => {
	host = new TriggerHost(
		{ options: { enrich: true }, ...parameters },
		{ ...credential, ...change },
	);
	await host.listen();
};
afterEach(async () => await host.close());

let number = 0;
const order = (items: unknown[], catalogId: string | undefined = CORNER_SHOP) => {
	const message = cart(items, { id: `wamid.ENRICH${number++}` });
	return { ...message, order: { ...message.order, catalog_id: catalogId } };
};
const of = (sku: string, more: object = {}) =>
	line({ product_retailer_id: sku, item_price: price, ...more });
const items = () => host.runs.flat();
const lines = () => items().flatMap((item) => item.lines as object[]);
const catalogCalls = async () => (await calls()).filter(({ path }) => path.endsWith('/products'));

it('adds what the catalog knows now', async () => {
	await start();
	await host.deliver(
		delivery([order([of('BAK-RYE'), of('BAK-RYE', { item_price: price + 0.01 }), of('NO-SUCH')])]),
	);
	expect(items()).toMatchObject([{ event: 'order', enriched: true, enrichReason: null }]);
	const known = {
		name: rye.name,
		imageUrl: expect.stringMatching(/^http/),
		currentPrice: price,
		availability: 'in stock',
	};
	expect(lines()).toMatchObject([
		{ line: 1, sku: 'BAK-RYE', ...known, priceChanged: false },
		{ line: 2, ...known, priceChanged: true },
		{
			line: 3,
			name: null,
			imageUrl: null,
			currentPrice: null,
			availability: null,
			priceChanged: null,
		},
	]);
});

it('says that it does not know the price in another currency', async () => {
	await start();
	await host.deliver(
		delivery([order([of('BAK-RYE', { currency: 'EUR' }), of('BAK-RYE', { item_price: '?' })])]),
	);
	expect(lines()).toMatchObject([
		{ priceChanged: null },
		{ priceChanged: null, currentPrice: price },
	]);
});

it('asks once for each catalog, whatever the number of orders', async () => {
	await start();
	const orders = Array.from({ length: 50 }, (_unused, index) =>
		order([of('BAK-RYE'), of(`SKU-${index % 20}`)]),
	);
	await host.deliver(delivery([...orders, order([of('WH-00001')], WAREHOUSE)]));
	expect(items()).toHaveLength(51);
	expect(items().every(({ enriched }) => enriched === true)).toBe(true);
	expect(await catalogCalls()).toHaveLength(2);
});

it('asks nothing for what is repeated, filtered out, or no order', async () => {
	await start({}, { events: ['order', 'textMessage'], options: { enrich: true, filterSkus: 'A' } });
	const body = delivery([
		order([of('A')]),
		order([of('B')]),
		{ ...cart([]), id: 'wamid.T', type: 'text', text: { body: 'hi' } },
	]);
	await host.deliver(body);
	await host.deliver(body);
	expect(items()).toHaveLength(2);
	expect(await catalogCalls()).toHaveLength(1);
});

it('puts the details on each line of its own', async () => {
	await start({}, { outputMode: 'perLine' });
	await host.deliver(delivery([order([of('BAK-RYE'), of('NO-SUCH')])]));
	expect(items()).toMatchObject([
		{ line: 1, name: rye.name, priceChanged: false, enriched: true },
		{ line: 2, name: null, priceChanged: null, enriched: true },
	]);
});

describe('the order comes all the same', () => {
	const bare = {
		name: null,
		imageUrl: null,
		currentPrice: null,
		availability: null,
		priceChanged: null,
	};
	it.each<[string, object, string | undefined, string]>([
		[
			'when the token may not read the catalog',
			{ accessToken: 'sandbox-token-no-catalog' },
			CORNER_SHOP,
			'The access token lacks a permission',
		],
		[
			'when the token is expired',
			{ accessToken: 'sandbox-token-expired' },
			CORNER_SHOP,
			'Meta does not accept the access token',
		],
		[
			'when there is no such catalog',
			{},
			'1',
			'Meta does not know this object or field for this token',
		],
		[
			'when nobody answers',
			{ baseUrl: 'http://127.0.0.1:1' },
			CORNER_SHOP,
			'The host of the Graph API cannot be reached.',
		],
		[
			'when the credential is not complete',
			{ businessAccountId: '..' },
			CORNER_SHOP,
			'The credential cannot be used for the catalog.',
		],
		['when it names no catalog', {}, '../me', 'The order names no catalog.'],
	])('%s', async (_name, change, catalogId, reason) => {
		await start(change);
		expect((await host.deliver(delivery([order([of('BAK-RYE')], catalogId)]))).status).toBe(200);
		expect(items()).toMatchObject([
			{ enriched: false, enrichReason: expect.stringContaining(reason) },
		]);
		expect(lines()).toMatchObject([{ sku: 'BAK-RYE', ...bare }]);
		expect(JSON.stringify(items())).not.toMatch(/sandbox-token|sandbox-app-secret/);
	});

	it('when the catalog takes too long', async () => {
		const { createServer } = await import('node:http');
		const silent = createServer(() => {});
		await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
		const { port } = silent.address() as { port: number };
		await start({ baseUrl: `http://127.0.0.1:${port}` });
		await host.deliver(delivery([order([of('BAK-RYE')])]));
		expect(items()).toMatchObject([{ enriched: false, enrichReason: expect.any(String) }]);
		silent.closeAllConnections();
		silent.close();
	});

	it('and so does the one whose catalog answers', async () => {
		await start();
		await host.deliver(delivery([order([of('BAK-RYE')]), order([of('BAK-RYE')], '1')]));
		expect(items()).toMatchObject([{ enriched: true }, { enriched: false }]);
	});
});

it('compares with the sale price where there is one', async () => {
	const sale = cornerShopProducts().find(({ salePriceMinor }) => salePriceMinor !== null)!;
	await start();
	const ordered = [sale.salePriceMinor, sale.priceMinor].map((minor) =>
		of(sale.sku, { item_price: (minor ?? NaN) / 100 }),
	);
	await host.deliver(delivery([order(ordered)]));
	const currentPrice = (sale.salePriceMinor ?? NaN) / 100;
	expect(lines()).toMatchObject([
		{ currentPrice, priceChanged: false },
		{ currentPrice, priceChanged: true },
	]);
});

it('tells variants apart, and knows a sale price that does not count', async () => {
	const path = (sku: string) => `catalogs/${CORNER_SHOP}/products/${sku}`;
	await control(path('HOU-MUG-GOLD'), 'PATCH', { salePriceMinor: 0 });
	await control(path('HOU-MUG-BLACK'), 'PATCH', {
		salePriceMinor: 990,
		salePriceEnd: '2026-01-01T00:00:00Z',
	});
	await start();
	const ordered = ['HOU-MUG-GOLD', 'HOU-MUG-BLACK', 'NO-SUCH'].map((sku) =>
		of(sku, { item_price: 14.9 }),
	);
	await host.deliver(delivery([order(ordered)]));
	const known = { name: 'Magic Mug', size: null, groupId: 'HOU-MUG', currentPrice: 14.9 };
	expect(lines()).toMatchObject([
		{ ...known, color: 'Gold', priceChanged: false },
		{ ...known, color: 'Black', priceChanged: false },
		{ name: null, size: null, color: null, groupId: null },
	]);
});
