import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { cart, delivery, line } from '../support/fixtures/deliveries';
import { TriggerHost } from '../support/webhookHost.mts';
import { LEVELS, on } from '../support/meta.mts';
import { CREDENTIAL } from '../support/host';
import { CATALOG_ID, multiProduct, PHONE_NUMBER_ID, singleProduct } from '../support/parameters';
import { byId, runAction, search } from '../support/run';

/** The host in Base URL, which answers every call with a redirect, and the one that it points to. */
const [chosen, other] = [{ status: 307, requests: [] as string[] }, { requests: [] as string[] }];
const credential = { ...CREDENTIAL };
const servers: Server[] = [];

async function listen(handle: Parameters<typeof createServer>[1]): Promise<string> {
	const server = createServer(handle);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	servers.push(server);
	return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const called = ({ method, url }: IncomingMessage) => `${method} ${url?.split('?')[0]}`;

beforeAll(async () => {
	// It answers as Graph would, so that whatever follows a redirect takes the answer for Meta's.
	const target = await listen((request, response) => {
		other.requests.push(called(request));
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(JSON.stringify({ id: '1', data: [], messages: [{ id: 'wamid.ELSEWHERE' }] }));
	});
	const host = await listen((request, response) => {
		chosen.requests.push(called(request));
		response.writeHead(chosen.status, { location: `http://${target}${request.url}` }).end();
	});
	credential.baseUrl = `http://${host}`;
});
beforeEach(() => {
	chosen.status = 307;
	chosen.requests.length = 0;
	other.requests.length = 0;
});
afterEach(() => expect(other.requests).toEqual([]));
afterAll(() => {
	for (const server of servers) {
		server.closeAllConnections();
		server.close();
	}
});

const host = () => new URL(credential.baseUrl).host;
const sentence = () => `${host()} answered with a redirect, which is not followed`;

it.each([301, 302, 303, 307, 308])('a send does not follow a %i', async (status) => {
	chosen.status = status;
	const options = { unavailableProducts: 'send' };

	const { error, items } = await runAction(credential, { ...singleProduct, options });

	expect(items).toEqual([]);
	expect(error?.message).toContain(sentence());
	expect(error?.description).toContain('Base URL');
	expect(chosen.requests).toEqual([`POST /v26.0/${PHONE_NUMBER_ID}/messages`]);
});

it.each([
	['the check before a send', { ...multiProduct, options: { unavailableProducts: 'fail' } }],
	[
		'Get Many Products',
		{ resource: 'catalog', operation: 'getProducts', catalogId: byId(CATALOG_ID) },
	],
	['Get Many Product Templates', { resource: 'template', operation: 'getTemplates' }],
	[
		'Get Commerce Settings',
		{ resource: 'setup', operation: 'getCommerceSettings', phoneNumberId: byId(PHONE_NUMBER_ID) },
	],
])('%s does not follow one', async (_, parameters) => {
	const { error } = await runAction(credential, parameters);

	expect(error?.message).toContain(sentence());
	expect(chosen.requests).not.toEqual([]);
});

it('Diagnose Setup follows none with any of its calls, the one as the app included', async () => {
	const { json } = await runAction(credential, {
		resource: 'setup',
		operation: 'diagnose',
		phoneNumberId: byId(PHONE_NUMBER_ID),
		catalogId: byId(CATALOG_ID),
	});

	expect(JSON.stringify(json)).toContain(sentence());
	expect(chosen.requests).toContain('GET /v26.0/debug_token');
	expect(chosen.requests).toContain(`GET /v26.0/${credential.appId}/subscriptions`);
});

it.each([
	['searchCatalogs', {}],
	['searchPhoneNumbers', {}],
	['searchProducts', { catalogId: byId(CATALOG_ID) }],
	['searchProductSets', { catalogId: byId(CATALOG_ID) }],
	['searchProductTemplates', { templateKind: 'catalog' }],
] as const)('the drop-down %s does not follow one', async (list, parameters) => {
	await expect(search(credential, list, parameters)).rejects.toThrow(sentence());
	expect(chosen.requests).not.toEqual([]);
});

it.each(LEVELS)('the registration at the level %s follows none', async (level) => {
	const trigger = new TriggerHost(on(level) as never, credential);
	await trigger.listen();
	try {
		await expect(trigger.lifecycle('create')).rejects.toThrow(sentence());
		await trigger.lifecycle('delete');
	} finally {
		await trigger.close();
	}
	expect(chosen.requests).not.toEqual([]);
});

it('an order is delivered without product details instead of asking elsewhere for them', async () => {
	const trigger = new TriggerHost({ options: { enrich: true } }, credential);
	await trigger.listen();
	try {
		await trigger.deliver(delivery([cart([line({ product_retailer_id: 'BAK-RYE' })])]));
	} finally {
		await trigger.close();
	}
	expect(trigger.runs.flat()).toMatchObject([{ event: 'order', enriched: false }]);
	expect(chosen.requests).not.toEqual([]);
});
