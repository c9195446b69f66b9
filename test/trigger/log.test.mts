import http from 'node:http';

import { cart, delivery, line } from '../support/fixtures/deliveries';
import { TriggerHost } from '../support/webhookHost.mts';

let host: TriggerHost;
let warned: jest.SpyInstance;
let told: jest.SpyInstance;
const start = async (parameters: object = {}, change: object = {}) => {
	host = new TriggerHost(parameters as never);
	Object.assign(host.credential, change);
	await host.listen();
	warned = jest.spyOn(host.logger, 'warn').mockImplementation(() => {});
	told = jest.spyOn(host.logger, 'info').mockImplementation(() => {});
};
afterEach(async () => {
	jest.restoreAllMocks();
	await host.close();
});

let number = 0;
const order = () => cart([line()], { id: `wamid.LOG${number++}` });
const lines = (spy: jest.SpyInstance) => spy.mock.calls.map(([sentence]) => String(sentence));

it.each<[string, string | null, string]>([
	['no signature', null, 'it has no signature'],
	['another form', 'sha256=', 'its signature header is not of the form that Meta sends'],
	['another secret', `sha256=${'0'.repeat(64)}`, 'its signature does not fit'],
])('names %s in the log once, then counts', async (_name, signature, reason) => {
	await start();
	for (let refused = 0; refused < 30; refused++)
		expect((await host.deliver(delivery([order()]), signature)).status).toBe(401);
	expect(lines(warned)).toEqual([expect.stringContaining(`A delivery was refused: ${reason}`)]);

	const now = Date.now() + 5 * 60_000;
	jest.spyOn(Date, 'now').mockImplementation(() => now);
	await host.deliver(delivery([order()]), signature);
	await host.deliver(delivery([order()]), signature);
	expect(lines(warned).slice(1)).toEqual([
		expect.stringContaining('30 more deliveries were refused'),
	]);
});

it('says when the credential has no app secret', async () => {
	await start({}, { appSecret: '' });
	await host.deliver(delivery([order()]), `sha256=${'0'.repeat(64)}`);
	expect(lines(warned)).toEqual([expect.stringContaining('the credential has no App Secret')]);
});

it('tells one reason from another, and says nothing of secrets or content', async () => {
	await start();
	const body = JSON.stringify(delivery([order()]));
	const signature = host.sign(body, 'guessed');
	await host.deliver(body, signature);
	await host.deliver(body, null);
	const logged = JSON.stringify(warned.mock.calls);
	expect(warned).toHaveBeenCalledTimes(2);
	expect(logged).not.toContain(host.credential.appSecret);
	expect(logged).not.toContain(host.sign(body).slice(7, 20));
	expect(logged).not.toContain(signature.slice(7, 20));
	expect(logged).not.toContain('wamid');
});

it('refuses two signature headers, and a sha1 signature alone', async () => {
	await start();
	const body = JSON.stringify(delivery([order()]));
	const send = async (headers: Array<[string, string]>) =>
		await new Promise<number>((resolve, reject) => {
			const options = { method: 'POST', headers: headers.flat() as never };
			http
				.request(host.url, options, (response) => {
					response.resume();
					resolve(response.statusCode ?? 0);
				})
				.on('error', reject)
				.end(body);
		});
	const plain: Array<[string, string]> = [
		['Content-Type', 'application/json'],
		['Content-Length', String(Buffer.byteLength(body))],
		['Host', 'localhost'],
	];
	const twice: Array<[string, string]> = [
		['X-Hub-Signature-256', host.sign(body)],
		['X-Hub-Signature-256', host.sign(body)],
	];
	expect(await send([...plain, ...twice])).toBe(401);
	expect(await send([...plain, ['X-Hub-Signature', 'sha1=00']])).toBe(401);
	expect(lines(warned)).toEqual([
		expect.stringContaining('not of the form'),
		expect.stringContaining('only a sha1 signature'),
	]);
	// The name of a header has no case: this is what Meta sends.
	expect(await send([...plain, ['X-HUB-SIGNATURE-256', host.sign(body)]])).toBe(200);
	expect(host.runs).toHaveLength(1);
});

it('counts repetitions that are left out', async () => {
	await start();
	const body = delivery([order(), order()]);
	for (let delivered = 0; delivered < 4; delivered++) await host.deliver(body);
	expect(lines(told)).toEqual([expect.stringContaining('delivered 2 more times')]);
	expect(host.staticData['node:whatsAppCommerceTrigger']).toMatchObject({ repeats: 6 });
});

it('names what is left out for another business account', async () => {
	await start({ options: { onlyOwnAccount: true } }, { businessAccountId: '1' });
	for (let delivered = 0; delivered < 3; delivered++)
		expect((await host.deliver(delivery([order()]))).status).toBe(200);
	expect(lines(told)).toEqual([expect.stringContaining('another business account')]);
	expect(host.runs).toEqual([]);
});
