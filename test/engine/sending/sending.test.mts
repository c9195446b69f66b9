import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';

import * as checked from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, control, messages, calls, vanish } = useSandbox();

const single = (options: object = {}, more: object = {}) =>
	({
		...checked.singleProduct,
		recipient: '={{ $json.to }}',
		options: { unavailableProducts: 'send', messagesPerSecond: 1000, ...options },
		...more,
	}) as IDataObject;

const stranger = (index: number) => `+1650555${String(1000 + index)}`;
const recipients = (count: number) =>
	Array.from({ length: count }, (_unused, index) => ({ to: stranger(index) }));
const goOn = { onError: 'continueRegularOutput' } as const;

// What one test has taught about a number's pace must not slow the next one: another version of the API counts as another host.
let version = 100;
beforeEach(() => {
	credential.apiVersion = `v${version++}.0`;
});

async function troubles(values: object) {
	await fetch(`${credential.baseUrl}/control/troubles`, {
		method: 'PATCH',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(values),
	});
}

const sends = async () => (await calls()).filter(({ method }) => method === 'POST');
const refusedSends = async () => (await sends()).filter(({ status }) => status !== 200);

describe('pace', () => {
	it('gives out all in the order of the input, although many are under way together', async () => {
		await troubles({ latency: 60 });
		const items = recipients(40);
		const { json } = await runAction(credential, single(), { items });
		expect(json.map(({ recipient }) => (recipient as IDataObject).input)).toEqual(
			items.map(({ to }) => to),
		);
		expect(json.every(({ status }) => status === 'accepted')).toBe(true);
		const ids = new Set((await messages()).map(({ id }) => id));
		expect(json.every(({ messageId }) => ids.has(messageId as string))).toBe(true);
		expect(ids.size).toBe(40);
	});

	it('keeps to the limit of the option, so that Meta refuses next to nothing', async () => {
		await troubles({ throughput: 20 });
		const { json } = await runAction(credential, single({ messagesPerSecond: 20 }), {
			items: recipients(30),
		});
		expect(json).toHaveLength(30);
		expect((await refusedSends()).length).toBeLessThanOrEqual(2);
	});

	it('sends all when the number takes less than the option says', async () => {
		await troubles({ throughput: 10 });
		const { json, error } = await runAction(credential, single({ messagesPerSecond: 200 }), {
			items: recipients(25),
		});
		expect(error).toBeUndefined();
		expect(json.map(({ status }) => status)).toEqual(Array(25).fill('accepted'));
		expect(await messages()).toHaveLength(25);
		expect((await refusedSends()).length).toBeGreaterThan(0);
	}, 30_000);

	it('takes the throughput of the number from Meta, once for all runs', async () => {
		const options = { ownThroughput: true, messagesPerSecond: undefined };
		for (let run = 0; run < 2; run++) {
			await runAction(credential, single(options), { items: recipients(2) });
		}
		const asked = (await calls()).filter(({ query }) => query.fields === 'throughput');
		expect(asked).toHaveLength(1);
		expect(await messages()).toHaveLength(4);
	});

	it.each([
		[0, 'Messages per Second must be from 1 to 1000'],
		[1001, 'Messages per Second must be from 1 to 1000'],
		['fast', 'Messages per Second must be from 1 to 1000'],
	])('refuses %s messages per second and sends nothing', async (messagesPerSecond, words) => {
		const { error } = await runAction(credential, single({ messagesPerSecond }), {
			items: recipients(2),
		});
		expect(error?.description).toContain(words);
		expect(await sends()).toEqual([]);
	});
});

describe('one recipient', () => {
	it('gets the messages in the order of the items while others go on', async () => {
		await troubles({ latency: 40 });
		const items = ['A', 'B', 'A', 'C', 'A', 'B'].map((name, index) => ({
			to: stranger('ABC'.indexOf(name)),
			text: `${index}`,
		}));
		await runAction(credential, single({}, { bodyText: '={{ $json.text }}' }), { items });
		const texts = async (to: string) =>
			(await messages())
				.filter((message) => message.to === to.slice(1))
				.map(({ payload }) => (payload.interactive.body as IDataObject).text);
		expect(await texts(stranger(0))).toEqual(['0', '2', '4']);
		expect(await texts(stranger(1))).toEqual(['1', '5']);
	});

	it('waits for the pair limit, and the others do not', async () => {
		await troubles({ pairLimit: 'strict' });
		const items = [{ to: stranger(0) }, { to: stranger(0) }, { to: stranger(1) }];
		const { json } = await runAction(credential, single(), { items });
		expect(json.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
		const times = (await control<Array<{ to: string; at: string }>>('messages')).map(
			({ to, at }) => ({ to, at: Date.parse(at) }),
		);
		expect(times.map(({ to }) => `+${to}`)).toEqual([stranger(0), stranger(1), stranger(0)]);
		expect(times[2]!.at - times[0]!.at).toBeGreaterThanOrEqual(6_000);
		expect((await refusedSends()).length).toBeLessThanOrEqual(2);
	}, 30_000);
});

describe('what was surely not sent', () => {
	it('is sent again after 131016, once each', async () => {
		await troubles({ unavailable: 20 });
		const { json } = await runAction(credential, single(), { items: recipients(20) });
		expect(json.map(({ status }) => status)).toEqual(Array(20).fill('accepted'));
		const numbers = (await messages()).map(({ to }) => to);
		expect(new Set(numbers).size).toBe(20);
		expect(numbers).toHaveLength(20);
	}, 20_000);

	it('is reported when the time is up, and only that', async () => {
		await troubles({ throughput: 1 });
		const { json } = await runAction(
			credential,
			single({ maximumMinutes: 0.03, messagesPerSecond: 2 }),
			{ items: recipients(8), node: goOn },
		);
		expect(json).toHaveLength(8);
		const accepted = json.filter(({ status }) => status === 'accepted');
		expect(accepted).toHaveLength((await messages()).length);
		for (const one of json.filter(({ status }) => status !== 'accepted')) {
			expect(one.error).toMatch(/^(The time for sending was up|Meta limits the rate)/);
		}
		expect(json.some(({ error }) => String(error).startsWith('The time for sending'))).toBe(true);
	}, 20_000);

	it('is not tried any more once the token is refused', async () => {
		await troubles({ token: 'expired' });
		const { json } = await runAction(credential, single({ messagesPerSecond: 20 }), {
			items: recipients(30),
			node: goOn,
		});
		expect(json).toHaveLength(30);
		expect(json.every(({ details }) => (details as IDataObject).code === 190)).toBe(true);
		expect((await sends()).length).toBeLessThan(10);
	});
});

describe('without an answer', () => {
	it('a message is ambiguous, and is not sent again', async () => {
		await troubles({ cutAfter: 25 });
		const { json, error } = await runAction(
			credential,
			single({ trackingData: '=t-{{ $itemIndex }}' }),
			{ items: recipients(8) },
		);
		expect(error).toBeUndefined();
		const ambiguous = json.filter(({ status }) => status === 'ambiguous');
		expect(ambiguous).toHaveLength(2);
		for (const one of ambiguous) {
			expect(one).toMatchObject({
				messageId: null,
				trackingData: expect.stringMatching(/^t-\d$/),
				reason: expect.stringContaining('may have reached Meta'),
			});
		}
		expect(json).toHaveLength(8);
		expect(await messages()).toHaveLength(8);
		expect(await sends()).toHaveLength(8);
	});

	it('it is sent again when the builder chooses that', async () => {
		await troubles({ cutBefore: 25 });
		const { json } = await runAction(credential, single({ unansweredMessages: 'sendAgain' }), {
			items: recipients(8),
		});
		expect(json.map(({ status }) => status)).toEqual(Array(8).fill('accepted'));
		expect(await messages()).toHaveLength(8);
	}, 20_000);

	it('does not go to the error output, where a builder may send again', async () => {
		await troubles({ cutAfter: 50 });
		const { json, failed } = await runAction(
			credential,
			single({}, { productRetailerId: byId('={{ $json.sku }}') }),
			{
				items: [
					{ to: stranger(0), sku: 'BAK-RYE' },
					{ to: stranger(1), sku: 'BAK-RYE' },
					{ to: stranger(2), sku: 'NOPE' },
				],
				node: { onError: 'continueErrorOutput' },
			},
		);
		expect(json.map(({ status }) => status).sort()).toEqual(['accepted', 'ambiguous']);
		expect(failed).toMatchObject([{ details: { code: 131009 } }]);
	});
});

describe('a run that stops at a refusal', () => {
	it('says how many were accepted and holds their ids', async () => {
		const items = [...recipients(3), { to: stranger(9), sku: 'NOPE' }, ...recipients(30)].map(
			(item) => ({ sku: 'BAK-RYE', ...item }),
		);
		const { error } = await runAction(
			credential,
			single({ messagesPerSecond: 40 }, { productRetailerId: byId('={{ $json.sku }}') }),
			{ items },
		);
		const sent = await messages();
		expect(sent.length).toBeLessThan(20);
		expect(error?.message).toBe('None of the products is in the catalog [item 3]');
		expect(error?.description).toContain(
			`Of 34 messages Meta accepted ${sent.length} and refused 1; 0 got no answer, and ${33 - sent.length} were not sent.`,
		);
		const { accepted } = error?.context?.data as { accepted: Array<{ messageId: string }> };
		expect(accepted.map(({ messageId }) => messageId).sort()).toEqual(
			sent.map(({ id }) => id).sort(),
		);
	});
});

it('waits for a Meta that it has reached before, and sends the rest then', async () => {
	const running = runAction(credential, single({ messagesPerSecond: 40 }), {
		items: recipients(80),
		node: goOn,
	});
	while ((await messages()).length < 10) await sleep(20);
	// Longer than the tries of a single message.
	await vanish(4_500);
	const { json } = await running;
	// What was under way in that moment may have been sent.
	const accepted = json.filter(({ status }) => status === 'accepted').length;
	const unclear = json.filter(({ status }) => status === 'ambiguous').length;
	expect(accepted + unclear).toBe(80);
	expect(unclear).toBeLessThan(10);
	const numbers = (await messages()).map(({ to }) => to);
	expect(new Set(numbers).size).toBe(numbers.length);
}, 40_000);

describe('Retry On Fail', () => {
	it('returns what was accepted instead of sending it again', async () => {
		const items = [...recipients(4), { to: '+16505550188', sku: 'NOPE' }].map((item) => ({
			sku: 'BAK-RYE',
			...item,
		}));
		const { error } = await runAction(
			credential,
			single({ messagesPerSecond: 20 }, { productRetailerId: byId('={{ $json.sku }}') }),
			{ items, node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 } },
		);
		expect(error?.description).toContain('Meta accepted 4 and refused 1');
		const numbers = (await messages()).map(({ to }) => to);
		expect(numbers).toHaveLength(4);
		// Three tries of the one that is refused.
		expect(await refusedSends()).toHaveLength(3);
	});

	it('also with Continue On Fail, where the first item is refused', async () => {
		const items = [{ to: stranger(0), sku: 'NOPE' }, ...recipients(3)].map((item) => ({
			sku: 'BAK-RYE',
			...item,
		}));
		const { json } = await runAction(
			credential,
			single({}, { productRetailerId: byId('={{ $json.sku }}') }),
			{ items, node: { ...goOn, retryOnFail: true, maxTries: 3, waitBetweenTries: 10 } },
		);
		expect(json.map(({ status, error }) => status ?? error)).toEqual([
			'None of the products is in the catalog [item 0]',
			'accepted',
			'accepted',
			'accepted',
		]);
		expect(await messages()).toHaveLength(3);
	});

	it('sends the same to everybody in the next execution', async () => {
		const run = async () =>
			await runAction(credential, single(), {
				items: recipients(2),
				node: { retryOnFail: true },
			});
		await run();
		await run();
		expect(await messages()).toHaveLength(4);
	});

	it('leaves an unanswered message as it is', async () => {
		await troubles({ cut: 'afterAccepted' });
		const { error } = await runAction(credential, single(), {
			items: recipients(1),
			node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 },
		});
		expect(error?.message).toBe('No answer came from the Graph API [item 0]');
		expect(await sends()).toHaveLength(1);
	});
});

describe('nothing secret leaves', () => {
	const canary = { accessToken: 'CANARY-token-71c2', appSecret: 'CANARY-secret-93fa' };
	let server: Server;
	let baseUrl: string;
	let answer: (response: ServerResponse, url: string) => void;
	beforeAll(async () => {
		server = createServer((request, response) => {
			request.resume().on('end', () => answer(response, request.url ?? ''));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterAll(() => server.close());

	const json = (to: ServerResponse, status: number, body: unknown) =>
		void to.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
	const graph = (code: number, message: string) => ({ error: { code, message } });

	it.each<[string, typeof answer]>([
		[
			'a refusal that repeats everything',
			(to, url) =>
				json(to, 400, graph(100, `Bad ${url} ${canary.accessToken} ${canary.appSecret}`)),
		],
		['an unknown code', (to, url) => json(to, 418, graph(999999, url))],
		['a page', (to, url) => void to.end(`<html>${url} ${canary.accessToken}</html>`)],
		['a 502', (to, url) => void to.writeHead(502).end(url)],
		['a cut connection', (to) => void to.socket?.destroy()],
		[
			'a redirect',
			(to, url) => void to.writeHead(302, { location: `http://127.0.0.1:9${url}` }).end(),
		],
		[
			'broken JSON',
			(to, url) =>
				void to.writeHead(200, { 'content-type': 'application/json' }).end(`{"a":"${url}`),
		],
		[
			'an id with more around',
			(to) => json(to, 200, { messages: [{ id: 'wamid.X' }], contacts: canary.accessToken }),
		],
	])(
		'%s',
		async (_name, how) => {
			let asked = '';
			answer = (to, url) => {
				asked = url;
				how(to, url);
			};
			const written: unknown[] = [];
			const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
				jest.spyOn(console, level).mockImplementation((...words) => void written.push(words)),
			);
			for (const node of [{}, goOn]) {
				const outcome = await runAction({ ...credential, ...canary, baseUrl }, single(), {
					items: recipients(2),
					node,
				});
				const { error } = outcome;
				const text = JSON.stringify([
					outcome,
					error?.message,
					error?.description,
					error?.stack,
					written,
				]);
				expect(asked).toContain('appsecret_proof=');
				expect(text).not.toContain('CANARY');
				expect(text).not.toContain(new URL(asked, baseUrl).searchParams.get('appsecret_proof'));
				expect(asked).not.toContain('CANARY');
			}
			for (const spy of spies) spy.mockRestore();
		},
		20_000,
	);
});

describe('the app secret', () => {
	it('is proved with each call, and a wrong one is told in words', async () => {
		await runAction(credential, single(), { items: recipients(1) });
		expect((await sends())[0]!.query).toEqual({ appsecret_proof: '(not shown)' });
		const { error } = await runAction({ ...credential, appSecret: 'another' }, single(), {
			items: recipients(1),
		});
		expect(error?.message).toBe('Meta does not accept the app secret of the credential [item 0]');
	});

	it('is left out where there is none', async () => {
		await runAction({ ...credential, appSecret: '' }, single(), { items: recipients(1) });
		expect((await sends())[0]!.query).toEqual({});
	});
});
