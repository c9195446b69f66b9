import { CATALOG_IDS, PHONE_NUMBERS, TOKENS } from '../../sandbox/world/shop/world.mts';
import { PACKAGE_NAME } from '../../tools/n8n/installPackage.mts';
import { createCredential } from '../../tools/n8n/n8nApi.mts';
import { sandboxCredential } from '../../tools/start/demo.mts';
import { credentialId, n8n, sandbox } from '../support/n8n/host.mts';
import { byId } from '../support/n8n/workflows.mts';

interface List {
	results: Array<{ name: string; value: string; description?: string }>;
	paginationToken?: string;
}

interface Search {
	catalogId?: string;
	filter?: string;
	paginationToken?: string;
	credentialId?: string;
}

/** What the editor asks for when the builder opens a drop-down of the Multi-Product operation. */
async function search(
	methodName: string,
	{ catalogId = '', ...search }: Search = {},
): Promise<List> {
	return await n8n.post('/rest/dynamic-node-parameters/resource-locator-results', {
		path: 'parameters.any',
		methodName,
		nodeTypeAndVersion: { name: `${PACKAGE_NAME}.whatsAppCommerce`, version: 1 },
		currentNodeParameters: {
			resource: 'productMessage',
			operation: 'sendMultiProduct',
			catalogId: byId(catalogId),
		},
		credentials: {
			whatsAppCommerceApi: { id: search.credentialId ?? credentialId, name: 'WhatsApp sandbox' },
		},
		filter: search.filter,
		paginationToken: search.paginationToken,
	});
}

describe('the drop-downs', () => {
	it('list the phone numbers of the business account', async () => {
		const { results } = await search('searchPhoneNumbers');

		expect(results.map(({ value }) => value).sort()).toEqual(
			PHONE_NUMBERS.map(({ id }) => id).sort(),
		);
		expect(results[0]?.name).toContain(PHONE_NUMBERS[0]?.display);
	});

	it('list the catalogs by name', async () => {
		const { results } = await search('searchCatalogs');

		expect(results).toEqual(
			expect.arrayContaining([
				expect.objectContaining({
					name: expect.stringContaining('Corner Shop'),
					value: CATALOG_IDS.cornerShop,
				}),
				expect.objectContaining({
					name: expect.stringContaining('Warehouse'),
					value: CATALOG_IDS.warehouse,
				}),
			]),
		);
	});

	it('list products with price and availability', async () => {
		const { results } = await search('searchProducts', {
			catalogId: CATALOG_IDS.cornerShop,
			filter: 'baguette',
		});

		expect(results).toEqual([
			expect.objectContaining({
				name: expect.stringContaining('Baguette'),
				value: 'BAK-BAGUETTE',
				description: expect.stringMatching(/\$3\.20.*out of stock/),
			}),
		]);
	});

	it('find one product among 10,000, by SKU and by its name', async () => {
		const bySku = await search('searchProducts', {
			catalogId: CATALOG_IDS.warehouse,
			filter: 'WH-09876',
		});
		expect(bySku.results.map(({ value }) => value)).toEqual(['WH-09876']);

		const name = bySku.results[0]?.name.replace(/ \(WH-09876\).*$/, '') ?? '';
		const byName = await search('searchProducts', {
			catalogId: CATALOG_IDS.warehouse,
			filter: name,
		});
		expect(byName.results.map(({ value }) => value)).toContain('WH-09876');
	});

	it('go on where the last page ended', async () => {
		const first = await search('searchProducts', { catalogId: CATALOG_IDS.warehouse });
		const second = await search('searchProducts', {
			catalogId: CATALOG_IDS.warehouse,
			paginationToken: first.paginationToken ?? '',
		});

		const seen = [...first.results, ...second.results].map(({ value }) => value);
		expect(first.results.length).toBeGreaterThan(10);
		expect(second.results).toHaveLength(first.results.length);
		expect(new Set(seen).size).toBe(seen.length);
	});

	it('say that the token lacks the right to read catalogs', async () => {
		const { data, ...details } = sandboxCredential(sandbox.url);
		const withoutRight = await createCredential(n8n, {
			...details,
			data: { ...data, accessToken: TOKENS.noCatalog.value },
		});

		await expect(
			search('searchProducts', { catalogId: CATALOG_IDS.cornerShop, credentialId: withoutRight }),
		).rejects.toThrow(/access token lacks a permission.*catalog_management/);
	});
});
