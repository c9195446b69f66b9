/**
 * What the catalog costs: requests, messages and time, through n8n's real engine against the sandbox.
 *
 *   npm run build && node bench/catalog.mts [--json]     Node 24; --json: one JSON line last
 *
 * It runs what is in dist/, since Node cannot load nodes/ without a compiler.
 */
import { createRequire } from 'node:module';
import type { IDataObject, INode, INodeType, INodeTypes } from 'n8n-workflow';

import '../test/support/setup.mts';
import { createSandbox } from '../sandbox/server/sandbox.mts';
import type { SentMessage } from '../sandbox/world/records.mts';
import { PRODUCT_SET_IDS } from '../sandbox/world/shop/productSets.mts';
import {
	BUSINESS_ACCOUNT,
	CATALOG_IDS,
	PHONE_NUMBERS,
	TOKENS,
} from '../sandbox/world/shop/world.mts';

const require = createRequire(import.meta.url);
const { ExecutionLifecycleHooks, WorkflowExecute } =
	require('n8n-core') as typeof import('n8n-core');
const { createRunExecutionData, NodeHelpers, Workflow } =
	require('n8n-workflow') as typeof import('n8n-workflow');
const { WhatsAppCommerce } = require('../dist/nodes/WhatsAppCommerce/WhatsAppCommerce.node.js') as {
	WhatsAppCommerce: new () => INodeType;
};
const { WhatsAppCommerceApi } =
	require('../dist/credentials/WhatsAppCommerceApi.credentials.js') as {
		WhatsAppCommerceApi: new () => { authenticate(data: object, options: object): unknown };
	};

const sandbox = createSandbox({ statusWebhooks: false });
const baseUrl = await sandbox.listen();

interface Measured {
	ms: number;
	/** GET requests to a catalog. */
	catalogRequests: number;
	/** Messages that the sandbox accepted. */
	messages: SentMessage[];
	json: IDataObject[];
}

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Every 50th product of the Warehouse is out of stock. */
const skus = Array.from({ length: 10_000 }, (_unused, index) => index + 1)
	.filter((number) => number % 50 !== 0)
	.map((number) => `WH-${String(number).padStart(5, '0')}`);

const multiProduct = {
	resource: 'productMessage',
	operation: 'sendMultiProduct',
	phoneNumberId: byId(PHONE_NUMBERS[0]!.id),
	recipient: '+16505551234',
	catalogId: byId(CATALOG_IDS.warehouse),
	headerText: 'Fresh today',
	bodyText: 'Choose what you like',
};

const types: Record<string, INodeType> = {
	start: {
		description: {
			displayName: 'Start',
			name: 'start',
			group: ['input'],
			version: 1,
			description: '',
			defaults: { name: 'Start' },
			inputs: ['main'],
			outputs: ['main'],
			properties: [],
		} as INodeType['description'],
		async execute() {
			return [this.getInputData()];
		},
	},
	whatsAppCommerce: new WhatsAppCommerce(),
};
const nodeTypes = {
	getByName: (name: string) => types[name],
	getByNameAndVersion: (name: string) => NodeHelpers.getVersionedNodeType(types[name]!),
	getKnownTypes: () => ({}),
} as unknown as INodeTypes;

/** Runs the node once and looks at what the sandbox saw of it. */
async function measure(parameters: object, items: IDataObject[] = [{}]): Promise<Measured> {
	await fetch(`${baseUrl}/control/reset`, { method: 'POST' });
	const nodes = ['start', 'whatsAppCommerce'].map((type) => ({
		id: type,
		name: type,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: type === 'start' ? {} : parameters,
		...(type !== 'start' && { credentials: { whatsAppCommerceApi: { id: '1', name: 'Bench' } } }),
	})) as unknown as INode[];
	const connections = {
		start: { main: [[{ node: 'whatsAppCommerce', type: 'main' as const, index: 0 }]] },
	};
	const workflow = new Workflow({ id: 'bench', nodes, connections, active: false, nodeTypes });
	const data = { main: [items.map((json) => ({ json }))] };
	const runData = createRunExecutionData({
		executionData: { nodeExecutionStack: [{ node: nodes[0]!, data, source: null }] } as never,
	});
	const started = performance.now();
	const run = await new WorkflowExecute(
		additionalData() as never,
		'manual',
		runData,
	).processRunExecutionData(workflow);
	const ms = Math.round(performance.now() - started);
	const result = run.data.resultData.runData.whatsAppCommerce?.[0];
	const error = result?.error ?? run.data.resultData.error;
	if (error) throw error;
	return {
		ms,
		catalogRequests: sandbox.state.calls.all().filter(({ method }) => method === 'GET').length,
		messages: sandbox.state.messages.all(),
		json: (result?.data?.main[0] ?? []).map(({ json }) => json),
	};
}

/** Addresses of n8n that an expression could ask for. */
const URLS = ['restApiUrl', 'instanceBaseUrl', 'formBaseUrl', 'formWaitingBaseUrl'].concat([
	'formTestBaseUrl',
	'webhookBaseUrl',
	'webhookWaitingBaseUrl',
	'webhookTestBaseUrl',
]);

function additionalData(): object {
	const credential = {
		accessToken: TOKENS.full.value,
		businessAccountId: BUSINESS_ACCOUNT.id,
		appId: '',
		appSecret: '',
		apiVersion: 'v26.0',
		baseUrl,
	};
	const api = new WhatsAppCommerceApi();
	const workflowData = { id: 'bench', name: 'bench', active: false, nodes: [], connections: {} };
	return {
		credentialsHelper: {
			getParentTypes: () => [],
			isCredentialUsableByNode: () => true,
			preAuthentication: async () => undefined,
			getDecrypted: async () => ({ ...credential }),
			authenticate: async (data: object, _name: string, options: object) =>
				await api.authenticate(data, options),
		},
		hooks: new ExecutionLifecycleHooks('manual', '1', workflowData as never),
		executionId: '1',
		currentNodeExecutionIndex: 0,
		variables: {},
		...Object.fromEntries(URLS.map((name) => [name, 'http://127.0.0.1:5678/'])),
		setExecutionStatus: () => {},
		logAiEvent: () => {},
		getRunExecutionData: async () => undefined,
	};
}

interface RequestRow {
	what: string;
	catalogRequests: number;
	messages: number;
	ms: number;
}

async function requestCounts(): Promise<RequestRow[]> {
	const recipients = Array.from({ length: 1000 }, (_unused, index) => `+1650555${2000 + index}`);
	const toEach = {
		...multiProduct,
		recipient: '={{ $json.to }}',
		productSource: 'skuList',
		skuList: '={{ $json.skus }}',
	};
	const row = (what: string, { catalogRequests, messages, ms }: Measured) => ({
		what,
		catalogRequests,
		messages: messages.length,
		ms,
	});
	const same = skus.slice(0, 30).join(',');
	return [
		row(
			'send to 1,000, the same 30 products',
			await measure(
				toEach,
				recipients.map((to) => ({ to, skus: same })),
			),
		),
		row(
			'send to 1,000, one product of its own each',
			await measure(
				toEach,
				recipients.map((to, index) => ({ to, skus: skus[index] ?? '' })),
			),
		),
		row(
			'send to 1,000, the same product set',
			await measure(
				{
					...multiProduct,
					recipient: '={{ $json.to }}',
					productSource: 'productSet',
					productSetId: byId(PRODUCT_SET_IDS.promotion),
				},
				recipients.map((to) => ({ to })),
			),
		),
		row(
			'Get Many Products, all 10,000',
			await measure({
				resource: 'catalog',
				operation: 'getProducts',
				catalogId: multiProduct.catalogId,
				returnAll: true,
			}),
		),
	];
}

interface SplitRow {
	products: number;
	sections: number;
	messages: number;
	/** Sections of which the parts are in two messages. */
	cuts: number;
	largest: number;
	complete: boolean;
}

async function splits(): Promise<SplitRow[]> {
	const rows: SplitRow[] = [];
	for (const products of [31, 95, 300, 1000]) {
		for (const wanted of [1, 7, 40]) {
			// 31 products fill 31 sections at most.
			const sections = Math.min(products, wanted);
			const list: Array<{ title: string; skus: string[] }> = [];
			let taken = 0;
			for (let index = 0; index < sections; index++) {
				const size = Math.floor(products / sections) + (index < products % sections ? 1 : 0);
				list.push({ title: `Shelf ${index + 1}`, skus: skus.slice(taken, taken + size) });
				taken += size;
			}
			const { messages } = await measure({
				...multiProduct,
				productSource: 'json',
				sectionsJson: JSON.stringify(list),
				options: { overflow: 'split' },
			});
			const shown = messages.flatMap((message) => message.products);
			rows.push({
				products,
				sections,
				messages: messages.length,
				cuts: messages.flatMap(titlesOf).length - sections,
				largest: Math.max(...messages.map((message) => message.products.length)),
				complete: shown.join() === skus.slice(0, products).join(),
			});
		}
	}
	return rows;
}

function titlesOf({ payload }: SentMessage): string[] {
	const { interactive } = payload as {
		interactive: { action: { sections: Array<{ title: string }> } };
	};
	return interactive.action.sections.map(({ title }) => title);
}

async function checkTimes(): Promise<{ skus: number; catalogRequests: number; ms: number[] }> {
	const parameters = {
		resource: 'catalog',
		operation: 'checkProducts',
		catalogId: multiProduct.catalogId,
		skus: skus.slice(0, 3000).join('\n'),
	};
	const runs: Measured[] = [];
	for (let run = 0; run < 5; run++) runs.push(await measure(parameters));
	return {
		skus: runs[0]!.json.length,
		catalogRequests: runs[0]!.catalogRequests,
		ms: runs.map(({ ms }) => ms).sort((a, b) => a - b),
	};
}

const requests = await requestCounts();
const split = await splits();
const check = await checkTimes();
await sandbox.close();

console.log('\nRequests to the catalog');
console.table(requests);
console.log('\nOverflow: Split');
console.table(split);
console.log(
	`\nCheck Products with ${check.skus} SKUs: ${check.catalogRequests} requests, median ${check.ms[2]} ms of ${check.ms.join(', ')}`,
);
if (process.argv.includes('--json')) console.log(JSON.stringify({ requests, split, check }));
