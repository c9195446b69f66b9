import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { CATALOG_ID, multiProduct, singleProduct } from '../engine/parameters';
import { byId, runAction } from '../engine/run';
import { useSandbox } from '../engine/sandbox';
import { cart, delivery, line } from '../fixtures/deliveries';
import { TriggerHost } from '../trigger/host.mts';

/** The editor shows these fields before the first run: they must be the fields that come. */
interface Schema {
	type: string | string[];
	properties?: Record<string, Schema>;
	items?: Schema;
}

const schemaAt = (path: string) =>
	JSON.parse(readFileSync(join(__dirname, '..', '..', 'nodes', path), 'utf8')) as Schema;

const { credential } = useSandbox();

it('describes the order event', async () => {
	const host = new TriggerHost();
	await host.listen();
	await host.deliver(delivery([cart([line()])]));
	await host.close();
	expectToFit(host.runs[0][0], schemaAt('WhatsAppCommerceTrigger/__schema__/v1.1.0.json'), 'order');
});

it.each([
	['sendSingleProduct', singleProduct],
	['sendMultiProduct', multiProduct],
])('describes the output of %s', async (operation, parameters) => {
	const { json } = await runAction(credential, parameters);
	const schema = schemaAt(`WhatsAppCommerce/__schema__/v1.0.0/productMessage/${operation}.json`);
	expectToFit(json[0], schema, operation);
});

it.each([
	['getProducts', { limit: 1 }],
	['getProduct', { productRetailerId: byId('BAK-RYE') }],
	['getProductSets', { limit: 1 }],
	['checkProducts', { skus: 'BAK-RYE' }],
])('describes the output of %s', async (operation, parameters) => {
	const { json } = await runAction(credential, {
		resource: 'catalog',
		operation,
		catalogId: byId(CATALOG_ID),
		...parameters,
	});
	const schema = schemaAt(`WhatsAppCommerce/__schema__/v1.0.0/catalog/${operation}.json`);
	expectToFit(json[0], schema, operation);
});

function expectToFit(value: unknown, schema: Schema, path: string): void {
	const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
	const kinds = [schema.type].flat().map((type) => (type === 'integer' ? 'number' : type));
	expect({ path, kind, fits: kinds.includes(kind) }).toEqual({ path, kind, fits: true });
	if (kind === 'object') {
		const { properties = {} } = schema;
		expect(Object.keys(value as object).sort()).toEqual(Object.keys(properties).sort());
		for (const [key, part] of Object.entries(value as object)) {
			expectToFit(part, properties[key], `${path}.${key}`);
		}
	}
	if (kind === 'array' && schema.items) {
		for (const part of value as unknown[]) expectToFit(part, schema.items, `${path}[]`);
	}
}
