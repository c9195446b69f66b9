import { WebhookContext } from 'n8n-core';

import { CREDENTIAL } from '../support/host';
import { cart, delivery, line } from '../support/fixtures/deliveries';
import { TriggerHost } from '../support/webhookHost.mts';

/** A credential that counts how often n8n reads it. */
function counted(change: object = {}) {
	let reads = 0;
	const data = { ...CREDENTIAL, ...change };
	const credential = new Proxy(data, {
		ownKeys(target) {
			reads++;
			return Reflect.ownKeys(target);
		},
	});
	return { credential, data, reads: () => reads };
}

let host: TriggerHost;
let read: ReturnType<typeof counted>;
const start = async (change: object = {}) => {
	read = counted(change);
	host = new TriggerHost({}, read.credential);
	await host.listen();
};
afterEach(async () => {
	jest.restoreAllMocks();
	await host.close();
});

let number = 0;
const body = () => JSON.stringify(delivery([cart([line()], { id: `wamid.ACCESS${number++}` })]));
const deliver = async (secret: string) => {
	const bytes = body();
	return (await host.deliver(bytes, host.sign(bytes, secret))).status;
};
const later = (ms: number) => {
	const now = Date.now() + ms;
	jest.spyOn(Date, 'now').mockImplementation(() => now);
};

it('reads the credential once for many deliveries', async () => {
	await start();
	for (let delivered = 0; delivered < 5; delivered++) expect(await deliver('old')).toBe(401);
	const before = read.reads();
	for (let delivered = 0; delivered < 20; delivered++)
		expect(await deliver(CREDENTIAL.appSecret)).toBe(200);
	expect(read.reads()).toBe(before);
	expect(host.runs).toHaveLength(20);
});

it('reads nothing for what is no signature at all', async () => {
	await start();
	for (const signature of [null, '', 'sha1=00', `sha256=${'0'.repeat(63)}`])
		expect((await host.deliver(body(), signature)).status).toBe(401);
	expect(read.reads()).toBe(0);
});

it('takes a new secret at once, and the old one never again after that', async () => {
	await start();
	expect(await deliver(CREDENTIAL.appSecret)).toBe(200);
	read.data.appSecret = 'a new secret';
	expect(await deliver('a new secret')).toBe(200);
	expect(await deliver(CREDENTIAL.appSecret)).toBe(401);
});

it('takes the old secret for ten seconds at most', async () => {
	await start();
	expect(await deliver(CREDENTIAL.appSecret)).toBe(200);
	read.data.appSecret = 'a new secret';
	later(10_000);
	expect(await deliver(CREDENTIAL.appSecret)).toBe(401);
	expect(host.runs).toHaveLength(1);
});

it('does not live longer because it is used', async () => {
	await start();
	expect(await deliver(CREDENTIAL.appSecret)).toBe(200);
	const begun = Date.now();
	jest.spyOn(Date, 'now').mockImplementation(() => begun + 9_000);
	expect(await deliver(CREDENTIAL.appSecret)).toBe(200);
	read.data.appSecret = 'a new secret';
	jest.spyOn(Date, 'now').mockImplementation(() => begun + 10_001);
	expect(await deliver(CREDENTIAL.appSecret)).toBe(401);
});

it('works at once when the missing secret is filled in', async () => {
	await start({ appSecret: '' });
	expect(await deliver('')).toBe(401);
	read.data.appSecret = CREDENTIAL.appSecret;
	expect(await deliver(CREDENTIAL.appSecret)).toBe(200);
	read.data.appSecret = '';
	later(10_000);
	expect(await deliver('')).toBe(401);
	expect(await deliver(CREDENTIAL.appSecret)).toBe(401);
});

it('reads little for many forged deliveries at once, and afresh for each of them', async () => {
	await start();
	expect(await deliver(CREDENTIAL.appSecret)).toBe(200);
	// n8n takes its time to read a credential.
	const original = WebhookContext.prototype.getCredentials;
	jest.spyOn(WebhookContext.prototype, 'getCredentials').mockImplementation(async function (
		this: WebhookContext,
		...about
	) {
		await new Promise((resolve) => setTimeout(resolve, 20));
		return (await original.apply(this, about)) as never;
	});
	const before = read.reads();
	const statuses = await Promise.all(
		Array.from({ length: 40 }, async () => await deliver('guessed')),
	);
	expect(new Set(statuses)).toEqual(new Set([401]));
	expect(read.reads() - before).toBeLessThan(20);

	// Among them is the first delivery with a new secret.
	read.data.appSecret = 'a new secret';
	const mixed = Array.from(
		{ length: 20 },
		async (_unused, index) => await deliver(index === 10 ? 'a new secret' : 'guessed'),
	);
	expect((await Promise.all(mixed)).filter((status) => status === 200)).toHaveLength(1);
});
