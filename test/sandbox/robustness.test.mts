import { BoundedLog } from '../../sandbox/world/boundedLog.mts';
import { startFromCommandLine } from '../../sandbox/server/commandLine.mts';
import { Callback, Client, NUMBER } from '../support/client.mts';

const client = new Client();
beforeAll(() => client.start());
afterAll(() => client.stop());

describe('odd input', () => {
	const deep = (levels: number) => '{"to":'.repeat(levels) + '1' + '}'.repeat(levels);

	it.each([
		['a deep body', `${NUMBER}/messages`, `{"messaging_product":${deep(100_000)}}`],
		[
			'a prototype key',
			`${NUMBER}/messages`,
			'{"__proto__":{"messaging_product":"whatsapp"},"to":"+16505551234"}',
		],
		['a body of 5 MB', `${NUMBER}/messages`, JSON.stringify({ text: 'x'.repeat(5_000_000) })],
		['bytes that are no text', `${NUMBER}/messages`, '\u0000\u0001\ufffe'],
	])("%s gets a refusal in Meta's form", async (_name, path, body) => {
		const answer = await client.graph('POST', path, body);
		expect(answer.status).toBe(400);
		expect(answer.body.error).toMatchObject({
			code: expect.any(Number),
			fbtrace_id: expect.any(String),
		});
		expect((await client.control('GET', 'calls')).status).toBe(200);
	});

	it("a broken address gets a refusal in Meta's form", async () => {
		const answer = await client.graph('GET', '%zz');
		expect(answer).toMatchObject({ status: 400, body: { error: { code: 100 } } });
		expect((await client.graph('PUT', NUMBER)).body.error).toMatchObject({ code: 2500 });
	});

	it('a deep control body is refused', async () => {
		const answer = await client.control('POST', 'deliveries', `{"payload":${deep(100_000)}}`);
		expect(answer).toEqual({ status: 400, body: { error: expect.stringContaining('too deeply') } });
	});

	it('repeated and empty query parameters do no harm', async () => {
		const answer = await client.graph(
			'GET',
			'194836987003835/products?fields=name&fields=price&limit=1&filter=&after=&x=1&x=2',
		);
		expect(answer).toMatchObject({
			status: 200,
			body: { data: [{ name: 'Sourdough Loaf', price: '$6.80' }] },
		});
		expect(
			(await client.graph('GET', '194836987003835/products?filter=%7B%7D&filter=%7B%7D')).status,
		).toBe(400);
	});
});

describe('closing', () => {
	it('does not wait for a callback that never answers', async () => {
		const slow = new Client();
		const callback = new Callback();
		await Promise.all([slow.start({ timeoutMs: 60_000 }), callback.start()]);
		await slow.subscribe(callback);
		callback.silent = true;
		await slow.send({ type: 'text', text: { body: 'hi' } });
		const started = Date.now();
		await slow.stop();
		expect(Date.now() - started).toBeLessThan(2_000);
		await callback.stop();
	});

	it('a reset ends the status webhooks of before', async () => {
		const callback = new Callback();
		await callback.start();
		await client.subscribe(callback);
		callback.silent = true;
		await Promise.all(
			Array.from({ length: 30 }, () => client.send({ type: 'text', text: { body: 'hi' } })),
		);
		await client.control('POST', 'reset');
		await callback.stop();
		await client.sandbox.settled();
		expect((await client.control('GET', 'deliveries')).body).toEqual([]);
	});
});

describe('a bounded log', () => {
	it('forgets the oldest entries beyond a count', () => {
		const log = new BoundedLog<number>(3, Infinity);
		for (const entry of [1, 2, 3, 4, 5]) log.add(entry);
		expect(log.all()).toEqual([3, 4, 5]);
		expect(log.newest(2)).toEqual([5, 4]);
		log.clear();
		expect(log.all()).toEqual([]);
	});

	it('forgets the oldest entries beyond a weight, but never the newest', () => {
		const log = new BoundedLog<string>(100, 10, (entry) => entry.length);
		for (const entry of ['aaaa', 'bbbb', 'cc']) log.add(entry);
		expect(log.all()).toEqual(['aaaa', 'bbbb', 'cc']);
		log.add('d');
		expect(log.all()).toEqual(['bbbb', 'cc', 'd']);
		log.add('e'.repeat(50));
		expect(log.all()).toEqual(['e'.repeat(50)]);
		log.add('f');
		expect(log.all()).toEqual(['f']);
	});
});

describe('the command line', () => {
	async function start(args: string[], env: Record<string, string> = {}) {
		const said: string[] = [];
		const complaints: string[] = [];
		const sandbox = await startFromCommandLine(args, {
			env,
			page: 'no-such-folder',
			say: (line) => said.push(line),
			complain: (line) => complaints.push(line),
		});
		return { sandbox, said, complaints };
	}

	it('listens on loopback and says where', async () => {
		const { sandbox, said } = await start(['--port', '0']);
		expect(said).toHaveLength(1);
		const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said[0]!)![0];
		expect((await fetch(`${address}/control/health`)).status).toBe(200);
		await sandbox!.close();
	});

	it('says in one sentence that the port is taken', async () => {
		const taken = new URL(client.address).port;
		for (const attempt of [
			await start(['--port', taken]),
			await start([], { SANDBOX_PORT: taken }),
		]) {
			expect(attempt).toEqual({
				sandbox: null,
				said: [],
				complaints: [
					expect.stringMatching(new RegExp(`^Port ${taken} on 127\\.0\\.0\\.1 is taken`)),
				],
			});
		}
	});

	it.each([[['--port', 'many']], [['--port', '70000']], [['--port', '']], [['--prot', '1']]])(
		'refuses %j',
		async (args) => {
			expect(await start(args)).toEqual({
				sandbox: null,
				said: [],
				complaints: [expect.any(String)],
			});
		},
	);
});
