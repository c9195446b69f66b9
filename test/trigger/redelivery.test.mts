import { cart, delivery, line, text } from '../support/fixtures/deliveries';
import { TriggerHost } from '../support/webhookHost.mts';

/** Each host has a node id of its own in n8n; here a new message id per test keeps them apart. */
let host: TriggerHost;
let number = 0;
let order: (suffix?: string) => object;
beforeEach(async () => {
	const test = number++;
	order = (suffix = '') => cart([line()], { id: `wamid.RE${test}${suffix}` });
	host = new TriggerHost({ events: ['order', 'textMessage'] });
	await host.listen();
});
afterEach(async () => await host.close());

const statuses = (responses: Response[]) => responses.map(({ status }) => status);

it('runs once for 20 deliveries at the same moment and one later', async () => {
	host.store = async () => await new Promise((resolve) => setTimeout(resolve, 20));
	const body = delivery([order()]);
	const responses = await Promise.all(Array.from({ length: 20 }, () => host.deliver(body)));
	responses.push(await host.deliver(body));
	expect(statuses(responses)).toEqual(Array(21).fill(200));
	expect(host.runs).toHaveLength(1);
});

it('delivers only the new messages of a delivery', async () => {
	await host.deliver(delivery([order('a')]));
	await host.deliver(delivery([order('a'), order('b'), order('b')]));
	expect(host.runs.map((run) => run.length)).toEqual([1, 1]);
});

it('remembers in static data what a restart would forget', async () => {
	await host.deliver(delivery([order()]));
	const { TriggerHost: Restarted } = await freshModule();
	const restarted = new Restarted({ events: ['order'] });
	restarted.staticData = host.staticData;
	await restarted.listen();
	expect((await restarted.deliver(delivery([order()]))).status).toBe(200);
	expect(restarted.runs).toEqual([]);
	await restarted.close();
});

it('puts back what a parallel delivery overwrote', async () => {
	// Both read the static data before either writes: the last one wins and loses the other's id.
	host.store = async () => await new Promise((resolve) => setTimeout(resolve, 20));
	await Promise.all([host.deliver(delivery([order('a')])), host.deliver(delivery([order('b')]))]);
	await host.deliver(delivery([order('c')]));
	const { TriggerHost: Restarted } = await freshModule();
	const restarted = new Restarted({ events: ['order'] });
	restarted.staticData = host.staticData;
	await restarted.listen();
	for (const suffix of ['a', 'b', 'c']) await restarted.deliver(delivery([order(suffix)]));
	expect(restarted.runs).toEqual([]);
	await restarted.close();
});

it('remembers all of many parallel deliveries, whichever is written last', async () => {
	host.store = async () => await new Promise((resolve) => setTimeout(resolve, 20));
	const bodies = Array.from({ length: 8 }, (_unused, index) => delivery([order(`-${index}`)]));
	await Promise.all(bodies.map(async (body) => await host.deliver(body)));
	const { TriggerHost: Restarted } = await freshModule();
	const restarted = new Restarted({ events: ['order', 'textMessage'] });
	restarted.staticData = host.staticData;
	await restarted.listen();
	for (const body of bodies) await restarted.deliver(body);
	expect(restarted.runs).toEqual([]);
	await restarted.close();
});

it('runs what could not be stored, even if it was written down before that', async () => {
	// As an n8n would that writes static data before the run.
	host.store = async () => {
		const { workflow } = host.last as { workflow: { staticData: object } };
		host.staticData = JSON.parse(JSON.stringify(workflow.staticData)) as never;
		throw new Error('database is gone');
	};
	expect((await host.deliver(delivery([order()]))).status).toBe(500);
	host.store = async () => {};
	expect((await host.deliver(delivery([order()]))).status).toBe(200);
	expect(host.runs).toHaveLength(1);
});

it('loses nothing when a run cannot be stored: the retry runs', async () => {
	host.store = async () => await Promise.reject(new Error('database is gone'));
	expect((await host.deliver(delivery([order()]))).status).toBe(500);
	expect(host.runs).toEqual([]);
	host.store = async () => {};
	expect((await host.deliver(delivery([order()]))).status).toBe(200);
	expect(host.runs).toHaveLength(1);
});

it('lets a delivery that waited take over when the first one fails', async () => {
	let calls = 0;
	host.store = async () => {
		await new Promise((resolve) => setTimeout(resolve, 50));
		if (calls++ === 0) throw new Error('database is gone');
	};
	const responses = await Promise.all([1, 2, 3].map(() => host.deliver(delivery([order()]))));
	expect(statuses(responses).sort()).toEqual([200, 200, 500]);
	expect(host.runs).toHaveLength(1);
});

it('runs once when the caller hangs up before the run is stored and tries again', async () => {
	host.store = async () => await new Promise((resolve) => setTimeout(resolve, 150));
	const body = delivery([order()]);
	await expect(host.deliver(body, undefined, AbortSignal.timeout(50))).rejects.toThrow();
	expect((await host.deliver(body)).status).toBe(200);
	expect(host.runs).toHaveLength(1);
});

it('loses nothing when a waiting caller hangs up and storing fails twice', async () => {
	let stores = 0;
	host.store = async () => {
		await new Promise((resolve) => setTimeout(resolve, 100));
		if (stores++ < 2) throw new Error('database is gone');
	};
	const body = delivery([order()]);
	const first = host.deliver(body);
	await new Promise((resolve) => setTimeout(resolve, 20));
	await expect(host.deliver(body, undefined, AbortSignal.timeout(40))).rejects.toThrow();
	expect((await first).status).toBe(500);
	expect((await host.deliver(body)).status).toBe(200);
	expect(host.runs).toHaveLength(1);
});

it('remembers a delivery that is larger than what static data keeps', async () => {
	const messages = Array.from({ length: 1500 }, (_, index) => order(`-${index}`));
	await host.deliver(delivery(messages));
	await host.deliver(delivery(messages));
	expect(host.runs.map((run) => run.length)).toEqual([1500]);
});

it('repeats a test event as often as the builder wants', async () => {
	host.mode = 'manual';
	await host.deliver(delivery([order()]));
	await host.deliver(delivery([order()]));
	expect(host.runs).toHaveLength(2);
});

it('keeps static data small, newest first to stay', async () => {
	for (let batch = 0; batch < 3; batch++) {
		const messages = Array.from({ length: 500 }, (_, index) =>
			text('x', { id: `wamid.${number}-${batch}-${index}` }),
		);
		await host.deliver(delivery(messages));
	}
	const size = JSON.stringify(host.staticData).length;
	expect(size).toBeLessThan(20_000);
	await host.deliver(delivery([text('x', { id: `wamid.${number}-2-499` })]));
	expect(host.runs).toHaveLength(3);
});

describe('when repetitions are wanted', () => {
	beforeEach(async () => {
		await host.close();
		host = new TriggerHost({ events: ['order'], options: { skipRepeated: false } });
		await host.listen();
	});
	const deliveries = () => host.runs.map((run) => run.map(({ delivery }) => delivery));

	it('runs each and says which is the first', async () => {
		await host.deliver(delivery([order('a')]));
		await host.deliver(delivery([order('a'), order('b'), order('b')]));
		expect(deliveries()).toEqual([['first'], ['repeated', 'first', 'repeated']]);
	});

	it('has one first of many at the same moment', async () => {
		host.store = async () => await new Promise((resolve) => setTimeout(resolve, 20));
		const body = delivery([order()]);
		await Promise.all(Array.from({ length: 10 }, async () => await host.deliver(body)));
		expect(deliveries().flat().sort()).toEqual(['first', ...Array(9).fill('repeated')]);
	});

	it('still is the first when the one before could not be stored', async () => {
		host.store = async () => await Promise.reject(new Error('database is gone'));
		expect((await host.deliver(delivery([order()]))).status).toBe(500);
		host.store = async () => {};
		await host.deliver(delivery([order()]));
		expect(deliveries()).toEqual([['first']]);
	});

	it('does not take a test event for a first delivery', async () => {
		host.mode = 'manual';
		await host.deliver(delivery([order()]));
		await host.deliver(delivery([order()]));
		host.mode = 'webhook';
		await host.deliver(delivery([order()]));
		expect(deliveries()).toEqual([['first'], ['repeated'], ['first']]);
	});
});

it('says nothing of first and repeated while repetitions are left out', async () => {
	await host.deliver(delivery([order()]));
	expect(host.runs[0][0]).not.toHaveProperty('delivery');
});

it('goes on counting repetitions after a restart, whatever a parallel delivery wrote', async () => {
	const body = delivery([order()]);
	for (let delivered = 0; delivered < 4; delivered++) await host.deliver(body);
	const { TriggerHost: Restarted } = await freshModule();
	const restarted = new Restarted({ events: ['order'] });
	restarted.staticData = host.staticData;
	await restarted.listen();
	await restarted.deliver(body);
	const stored = () => restarted.staticData['node:whatsAppCommerceTrigger'] as { repeats: number };
	expect(stored().repeats).toBe(4);
	stored().repeats = 1;
	await restarted.deliver(body);
	expect(stored().repeats).toBe(5);
	await restarted.close();
});

/** The trigger as after a restart of n8n: its module state is new. */
async function freshModule(): Promise<typeof import('../support/webhookHost.mts')> {
	let fresh: typeof import('../support/webhookHost.mts') | undefined;
	await jest.isolateModulesAsync(async () => {
		fresh = (await import(
			'../support/webhookHost.mts'
		)) as typeof import('../support/webhookHost.mts');
	});
	return fresh as typeof import('../support/webhookHost.mts');
}
