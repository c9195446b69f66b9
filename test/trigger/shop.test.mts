import { cart, delivery, line } from '../support/fixtures/deliveries';
import { TriggerHost } from '../support/webhookHost.mts';

const IDS = ['123', 'MUG_123', '12-34', 'BAK-RYE'];
const body = delivery([cart(IDS.map((sku) => line({ product_retailer_id: sku })))]);

/** What the lines of an order say about the shop's product. */
async function shops(options: object, more: object = {}): Promise<unknown[]> {
	const host = new TriggerHost({ options, ...more });
	await host.listen();
	await host.deliver(body);
	await host.close();
	return host.runs.flat().flatMap((item) => (item.lines as object[] | undefined) ?? [item]);
}

const woo = { system: 'woocommerce', productId: '123', variantId: null };

it.each<[string, object, unknown[]]>([
	['the form of the ID tells', {}, [null, { ...woo, sku: 'MUG' }, { system: 'prestashop' }, null]],
	[
		'a value that is not offered counts as none',
		{ shopSystem: 'etsy' },
		[null, { ...woo, sku: 'MUG' }, { system: 'prestashop' }, null],
	],
	[
		'WooCommerce is known',
		{ shopSystem: 'woocommerce' },
		[{ ...woo, sku: null }, { ...woo, sku: 'MUG' }, { sku: '12-34' }, { sku: 'BAK-RYE' }],
	],
	[
		'Shopify is known',
		{ shopSystem: 'shopify' },
		[{ variantId: '123' }, { sku: 'MUG_123' }, { sku: '12-34' }, { sku: 'BAK-RYE' }],
	],
])('%s', async (_name, options, expected) => {
	expect(await shops(options)).toMatchObject(expected.map((shop) => ({ shop })));
	expect(await shops(options, { outputMode: 'perLine' })).toMatchObject(
		expected.map((shop) => ({ shop })),
	);
});

it('stays beside the details of the catalog', async () => {
	const [, mug] = await shops({ enrich: true, shopSystem: 'woocommerce' });
	expect(mug).toMatchObject({ shop: { ...woo, sku: 'MUG' }, name: null });
});
