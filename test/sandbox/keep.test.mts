import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startFromCommandLine } from '../../sandbox/server/commandLine.mts';
import { BUSINESS_ACCOUNT, CATALOG_IDS } from '../../sandbox/world/shop/world.mts';
import { KAETHE, list, PABLO, product, SAM, text } from '../support/phoneClient.mts';
import { Callback, Client, GERMAN_NUMBER, NUMBER } from '../support/client.mts';

const callback = new Callback();
const folder = mkdtempSync(path.join(tmpdir(), 'sandbox-keep-'));
let keep: string;
let client: Client;
let count = 0;

beforeAll(() => callback.start());
afterAll(async () => {
	await callback.stop();
	rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
	count += 1;
	keep = path.join(folder, `deep/in/${count}`);
	client = new Client();
	await client.start({ keep });
});
afterEach(() => client.stop());

async function restart(): Promise<void> {
	await client.stop();
	client = new Client();
	await client.start({ keep });
}

/** Everything that the control API shows. */
async function all(): Promise<unknown> {
	await client.sandbox.settled();
	const paths = [
		...[
			'customers',
			'messages',
			'calls',
			'deliveries',
			'log',
			'troubles',
			'settings',
			'templates',
			'setup',
		],
		...[PABLO, KAETHE, SAM].map((key) => `customers/${key}/chat`),
		`catalogs/${CATALOG_IDS.cornerShop}/products?limit=100`,
		`catalogs/${CATALOG_IDS.warehouse}/products/WH-00007`,
		'catalogs',
	];
	const answers: Record<string, unknown> = {};
	for (const part of paths) answers[part] = (await client.control('GET', part)).body;
	return answers;
}

async function live(): Promise<void> {
	await client.subscribe(callback);
	await client.graph('POST', NUMBER, {
		webhook_configuration: { override_callback_uri: callback.url, verify_token: 'verify-me' },
	});
	await client.control('POST', `customers/${PABLO}/texts`, { body: 'Grüße 🥐' });
	await client.send(list(['BAK-RYE'], ['DAI-MILK']));
	await client.send({ ...product(), to: undefined, recipient: SAM });
	await client.sandbox.settled();
	await client.control('POST', `customers/${PABLO}/read`);
	await client.control('POST', `customers/${PABLO}/orders`, { lines: [{ sku: 'BAK-RYE' }] });
	await client.control('PATCH', `customers/${KAETHE}`, { windowOpen: false, phoneVisible: false });
	const products = `catalogs/${CATALOG_IDS.cornerShop}/products`;
	await client.control('PATCH', `${products}/BAK-RYE`, { priceMinor: 777, name: 'Rye' });
	await client.control('PATCH', `catalogs/${CATALOG_IDS.warehouse}/products/WH-00007`, {
		availability: 'out of stock',
	});
	await client.control('PATCH', `${products}/FRU-APPLE`, {
		whatsappReview: 'OUTDATED',
		salePriceMinor: 0,
		salePriceEnd: '2038-01-17T23:59:00Z',
	});
	await client.control('PATCH', `catalogs/${CATALOG_IDS.warehouse}`, { currency: 'KWD' });
	await client.control('PATCH', `customers/${SAM}`, { agentHolds: true });
	await client.control('PATCH', `setup/numbers/${GERMAN_NUMBER}`, {
		savedSettings: 'none',
		testNumber: true,
	});
	await client.control('PATCH', 'troubles', { ordersPerDelivery: 'two', latency: 3 });
	await client.control('POST', 'settings', { statusWebhooks: false });
	await client.graph('DELETE', `${BUSINESS_ACCOUNT.id}/message_templates?name=weekly_picks`);
	await client.control('PATCH', 'templates/881200000000001', { status: 'PAUSED' });
	await client.control('PATCH', `setup/numbers/${NUMBER}`, { cartEnabled: false, quality: 'RED' });
	await client.control('PATCH', 'setup', { accountHealth: 'LIMITED' });
	await client.control('PATCH', `setup/catalogs/${CATALOG_IDS.warehouse}`, { connected: false });
	await client.control('PATCH', `setup/numbers/${NUMBER}`, { cartEnabled: true });
}

describe('a kept state', () => {
	it('is the same after a restart, and goes on', async () => {
		await live();
		const held = await client.control('POST', `customers/${KAETHE}/orders`, {
			lines: [{ sku: 'DAI-MILK' }],
		});
		const before = await all();
		await restart();
		expect(await all()).toEqual(before);
		callback.received = [];
		// The order that waited before the restart leaves with the next one.
		await client.control('POST', `customers/${PABLO}/orders`, { lines: [{ sku: 'BAK-RYE' }] });
		const [{ entry }] = callback.payloads();
		expect(entry[0].changes[0].value.messages).toMatchObject([
			{ id: held.body.orderId },
			{ order: { product_items: [{ item_price: 7.77 }] } },
		]);
		const again = await all();
		expect(again).not.toEqual(before);
		await restart();
		expect(await all()).toEqual(again);
	});

	it('is clean after a reset, also after a restart', async () => {
		const clean = await all();
		await live();
		await client.control('POST', 'reset');
		expect(await all()).toEqual(clean);
		await restart();
		expect(await all()).toEqual(clean);
		await client.send(text());
		await restart();
		expect((await client.messages()).length).toBe(1);
	});

	it('is there even when the sandbox was killed a moment after', async () => {
		await client.send(text('Remember me'));
		await client.sandbox.settled();
		await new Promise((resolve) => setTimeout(resolve, 400));
		// What lies on the disk now is all that a killed process would leave.
		const copy = path.join(folder, 'copy');
		const { cpSync } = await import('node:fs');
		cpSync(keep, copy, { recursive: true });
		rmSync(path.join(copy, 'LOCK'), { force: true });
		const other = new Client();
		await other.start({ keep: copy });
		expect(await other.messages()).toMatchObject([{ payload: { text: { body: 'Remember me' } } }]);
		await other.stop();
	});

	it('follows a log that is emptied', async () => {
		await client.send(text());
		await client.control('DELETE', 'calls');
		await client.graph('GET', NUMBER);
		await restart();
		expect((await client.control('GET', 'calls')).body).toMatchObject([{ method: 'GET' }]);
	});

	it('of an earlier sandbox lacks what was added since, and is read all the same', async () => {
		await client.send(text());
		await client.control('PATCH', `setup/numbers/${NUMBER}`, { quality: 'RED' });
		const before = await all();
		await client.stop();
		const { Store } = await import('../../sandbox/keep/store.mts');
		const store = await Store.open(keep);
		const settings = JSON.parse((await store.read('settings'))!);
		delete settings.prices;
		for (const [, customer] of settings.standings) delete customer.agentHolds;
		for (const [, number] of settings.numbers) {
			delete number.savedSettings;
			delete number.testNumber;
			delete number.allowedRecipients;
		}
		await store.write([{ type: 'put', key: 'settings', value: JSON.stringify(settings) }]);
		await store.close();
		client = new Client();
		await client.start({ keep });
		expect(await all()).toEqual(before);
	});

	it('of another form is not read', async () => {
		await client.send(text());
		await client.stop();
		const { Store } = await import('../../sandbox/keep/store.mts');
		const store = await Store.open(keep);
		await store.write([{ type: 'put', key: 'form', value: '0' }]);
		await store.close();
		client = new Client();
		await client.start({ keep });
		expect(await client.messages()).toEqual([]);
	});
});

describe('the folder', () => {
	async function complaintOf(folder: string): Promise<string> {
		const complaints: string[] = [];
		const sandbox = await startFromCommandLine(['--port', '0', '--keep', folder], {
			env: {},
			page: 'no-such-folder',
			say: () => undefined,
			complain: (line) => complaints.push(line),
		});
		await sandbox?.close();
		expect(complaints).toHaveLength(1);
		return complaints[0]!;
	}

	it('in use by another sandbox is named in one sentence', async () => {
		expect(await complaintOf(keep)).toBe(
			`Another sandbox keeps its state in ${keep}: stop it, or choose another folder with --keep.`,
		);
	});

	it('that holds something unreadable is named in one sentence', async () => {
		const broken = path.join(folder, 'broken');
		const { Store } = await import('../../sandbox/keep/store.mts');
		const store = await Store.open(broken);
		await store.write([
			{ type: 'put', key: 'form', value: '2' },
			{ type: 'put', key: 'settings', value: '{' },
		]);
		await store.close();
		for (const _attempt of [1, 2])
			expect(await complaintOf(broken)).toMatch(/^The state cannot be kept in .*broken \(.*JSON/);
	});

	it('that cannot be one is named in one sentence', async () => {
		const file = path.join(folder, 'file');
		writeFileSync(file, 'x');
		expect(await complaintOf(file)).toMatch(/^The state cannot be kept in .*file \(.+\): choose/);
	});

	it('can come from the environment', async () => {
		const own = path.join(folder, 'environment');
		const start = () =>
			startFromCommandLine(['--port', '0'], {
				env: { SANDBOX_KEEP: own },
				page: 'no-such-folder',
				say: (line) => (address = /http:\/\/[\d.:]+/.exec(line)![0]),
				complain: (line) => expect(line).toBe(''),
			});
		let address = '';
		const first = await start();
		await fetch(`${address}/control/customers/${PABLO}/texts`, {
			method: 'POST',
			body: '{"body":"hi"}',
		});
		await first!.close();
		const second = await start();
		const chat = await fetch(`${address}/control/customers/${PABLO}/chat`);
		expect(await chat.json()).toMatchObject([{ body: 'hi' }]);
		await second!.close();
	});
});
