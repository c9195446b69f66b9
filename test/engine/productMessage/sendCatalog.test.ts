import type { IDataObject } from 'n8n-workflow';

import { CUSTOMERS } from '../../../sandbox/world/shop/world.mts';
import { CATALOG_ID, multiProduct } from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, messages, calls } = useSandbox();

const [PABLO] = CUSTOMERS;
const envelope = {
	phoneNumberId: multiProduct.phoneNumberId,
	recipient: `+${PABLO.phone}`,
	catalogId: multiProduct.catalogId,
};
const interactive = async () => (await messages()).map(({ payload }) => payload.interactive);
const sends = async () => (await calls()).filter(({ method }) => method === 'POST');

describe('Send Catalog', () => {
	const catalog = (more: object = {}) =>
		({
			...envelope,
			catalogId: undefined,
			operation: 'sendCatalog',
			bodyText: 'All we sell',
			...more,
		}) as IDataObject;

	it('shows the first product that can be sent, looked up once for a run', async () => {
		const { json, error } = await runAction(credential, catalog(), { items: [{}, {}, {}] });
		expect(error).toBeUndefined();
		expect((await interactive())[0]).toEqual({
			type: 'catalog_message',
			body: { text: 'All we sell' },
			action: {
				name: 'catalog_message',
				parameters: { thumbnail_product_retailer_id: 'BAK-SOURDOUGH' },
			},
		});
		expect(json).toHaveLength(3);
		expect(json[0]).toMatchObject({ catalogId: CATALOG_ID, products: ['BAK-SOURDOUGH'] });
		const looks = (await calls()).filter(({ method }) => method === 'GET');
		expect(looks.map(({ path }) => path.split('/').pop())).toEqual([
			'product_catalogs',
			'products',
			'products',
		]);
	});

	it('shows the chosen product, with a footer', async () => {
		const more = { thumbnailProductRetailerId: byId('TEA-MINT'), footerText: 'Until six' };
		await runAction(credential, catalog(more));
		expect((await interactive())[0]).toMatchObject({
			footer: { text: 'Until six' },
			action: { parameters: { thumbnail_product_retailer_id: 'TEA-MINT' } },
		});
	});

	it.each([
		['ZZZ-UNHEARD', 'ZZZ-UNHEARD is not in the catalog.'],
		['BAK-BAGUETTE', 'BAK-BAGUETTE is out of stock.'],
	])('does not go out with %s as thumbnail', async (sku, sentence) => {
		const { error } = await runAction(
			credential,
			catalog({ thumbnailProductRetailerId: byId(sku) }),
		);
		expect(error?.message).toBe('The product cannot be sent [item 0]');
		expect(error?.description).toContain(sentence);
		expect(await sends()).toEqual([]);
	});
});
