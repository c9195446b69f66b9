import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { WhatsAppCommerce } from '../../nodes/WhatsAppCommerce/WhatsAppCommerce.node';
import { CATALOG_ID, multiProduct, PHONE_NUMBER_ID, singleProduct } from '../support/parameters';
import { byId, runAction } from '../support/run';
import { useSandbox } from '../support/sandbox';
import { cart, delivery, line } from '../support/fixtures/deliveries';
import { TriggerHost } from '../support/webhookHost.mts';

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

const envelope = { phoneNumberId: multiProduct.phoneNumberId, recipient: multiProduct.recipient };
const carousel = { ...multiProduct, operation: 'sendProductCarousel' };
const catalogMessage = { ...envelope, operation: 'sendCatalog', bodyText: 'Everything we sell' };
const template = {
	...envelope,
	operation: 'sendProductTemplate',
	catalogId: byId(CATALOG_ID),
	templateKind: 'singleProduct',
	template: byId('back_in_stock/en_US'),
	templateVariables: { value: { body_first_name: 'Pablo', body_product: 'Rye' } },
	productRetailerId: byId('BAK-RYE'),
};

it.each<[string, object]>([
	['sendSingleProduct', singleProduct],
	['sendMultiProduct', multiProduct],
	['sendProductCarousel', carousel],
	['sendCatalog', catalogMessage],
	['sendProductTemplate', template],
])('describes the output of %s', async (operation, parameters) => {
	const { json } = await runAction(credential, parameters as never);
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

const anOrder = async () => {
	const host = new TriggerHost();
	await host.listen();
	await host.deliver(
		delivery([
			cart([line({ product_retailer_id: 'BAK-RYE' }), line({ product_retailer_id: 'BAK-RYF' })]),
		]),
	);
	await host.close();
	return host.runs[0][0];
};
const phoneNumberId = byId(PHONE_NUMBER_ID);

it.each<[string, string, object]>([
	['order', 'reorder', { bodyText: 'Again?', headerText: 'Again?' }],
	['order', 'checkOrder', {}],
	['setup', 'diagnose', { phoneNumberId }],
	['setup', 'getCommerceSettings', { phoneNumberId }],
	['setup', 'updateCommerceSettings', { phoneNumberId, commerceSettings: { cartEnabled: false } }],
	[
		'template',
		'createTemplate',
		{ newTemplateKind: 'catalog', templateName: 'shop', language: 'en_US', bodyText: 'Hello' },
	],
	['template', 'getTemplates', {}],
])('describes the output of %s %s', async (resource, operation, parameters) => {
	const all = { resource, operation, ...parameters };
	const { json, error } = await runAction(credential, all, { items: [await anOrder()] });
	expect(error).toBeUndefined();
	const schema = schemaAt(`WhatsAppCommerce/__schema__/v1.0.0/${resource}/${operation}.json`);
	expectToFit(json[0], schema, operation);
});

it('describes every operation', () => {
	const { properties } = new WhatsAppCommerce().description;
	const operations = properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options = [] }) =>
			options.map(
				(option) => `${displayOptions?.show?.resource?.[0]}/${'value' in option && option.value}`,
			),
		);
	expect(operations.length).toBeGreaterThan(15);
	for (const name of operations) {
		expect(() => schemaAt(`WhatsAppCommerce/__schema__/v1.0.0/${name}.json`)).not.toThrow();
	}
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
