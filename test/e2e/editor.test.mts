import { PACKAGE_NAME } from '../../tools/n8n/installPackage.mts';
import { n8n } from '../support/n8n/host.mts';

interface NodeType {
	name: string;
	iconUrl?: { light: string; dark: string } | string;
	codex?: { categories?: string[] };
}

const ours = async () =>
	(await n8n.get<NodeType[]>('/types/nodes.json')).filter(({ name }) =>
		name.startsWith(`${PACKAGE_NAME}.`),
	);

describe('what the editor gets from the package', () => {
	it('has the action, its AI tool and the trigger', async () => {
		expect((await ours()).map(({ name }) => name).sort()).toEqual([
			`${PACKAGE_NAME}.whatsAppCommerce`,
			`${PACKAGE_NAME}.whatsAppCommerceTool`,
			`${PACKAGE_NAME}.whatsAppCommerceTrigger`,
		]);
	});

	it('has a light and a dark icon that can be fetched', async () => {
		for (const { iconUrl } of await ours()) {
			expect(iconUrl).toEqual({ light: expect.any(String), dark: expect.any(String) });
			for (const url of Object.values(iconUrl ?? {})) {
				const response = await fetch(`${n8n.url}/${url}`);
				expect(response.headers.get('content-type')).toContain('image/svg+xml');
			}
		}
	});

	it('has categories, which a codex file with a flaw would silently lose', async () => {
		for (const { codex } of await ours()) expect(codex?.categories?.length).toBeGreaterThan(0);
	});

	it.each([
		['whatsAppCommerce/1.0.0/productMessage/sendSingleProduct', ['messageId', 'products']],
		['whatsAppCommerce/1.0.0/productMessage/sendMultiProduct', ['messageId', 'products']],
		['whatsAppCommerceTrigger/1.1.0', ['event', 'customer', 'lines', 'totalMinor']],
	])('knows the output fields of %s before the first run', async (schemaOf, fields) => {
		const schema = await n8n.get<{ properties: Record<string, unknown> }>(
			`/schemas/${PACKAGE_NAME}.${schemaOf}.json`,
		);

		expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(fields));
	});
});
