import { EventEmitter } from 'events';

import { Sender, type SendReport } from '../../../nodes/shared/graph/sending/sender';
import type { Job, JobOutcome } from '../../../nodes/shared/graph/sending/outcome';
import { RetryMemory } from '../../../nodes/shared/graph/sending/retryMemory';
import type { SendResult } from '../../../nodes/shared/graph/sending/sendMessage';
import type { SendOptions } from '../../../nodes/shared/graph/sending/sendRun';
import { SentKeys, type EntryStore } from '../../../nodes/shared/graph/sending/sentKeys';
import type { OutgoingMessage } from '../../../nodes/shared/payload/messages/envelope';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

let sleeps = 0;
const sleep = async (ms: number) => {
	sleeps++;
	await new Promise<void>((resolve) => setTimeout(resolve, ms));
};

/** `A1` is a message to A, the first of its name; from the number `one` unless a name says otherwise. */
const message = (name: string, number = 'one') =>
	({
		phoneNumberId: number,
		recipient: { to: name.slice(0, 1) },
		body: { name },
	}) as unknown as OutgoingMessage;

let items = 0;
const job = (names: string[] | string, { key = '', number = 'one' } = {}): Job => {
	const [first = '', ...others] = [names].flat();
	const further = others.map((name) => message(name, number));
	return { item: items++, key, messages: [message(first, number), ...further] };
};

const accepted: SendResult = { ok: true, sent: { messageId: 'wamid', phone: null, userId: null } };
const refused = (code: number): SendResult => ({
	ok: false,
	refusal: {
		kind: 'refused',
		httpStatus: 400,
		code,
		message: `(#${code})`,
		details: null,
		traceId: null,
	},
});
const unreachable: SendResult = {
	ok: false,
	refusal: { kind: 'unanswered', code: 'ECONNREFUSED' },
};
const [TRANSIENT, PAUSE, PAIR, FINAL] = [131016, 4, 131056, 131009];

/** Meta as these tests need it: each message is answered after a while, as its list of results says. */
class Meta {
	readonly starts: string[] = [];
	readonly startedAt = new Map<string, number>();
	readonly inFlight = new Set<string>();
	readonly changed = new EventEmitter();
	latency = 10;
	private readonly begunAt = Date.now();

	constructor(private readonly results: Record<string, SendResult[]> = {}) {}

	readonly send = async ({ body }: OutgoingMessage): Promise<SendResult> => {
		const name = String(body.name);
		this.starts.push(name);
		this.startedAt.set(name, Date.now() - this.begunAt);
		this.inFlight.add(name);
		this.changed.emit('start', name);
		await new Promise((resolve) => setTimeout(resolve, this.latency));
		this.inFlight.delete(name);
		return this.results[name]?.shift() ?? accepted;
	};
}

let hosts = 0;
const senderFor = (meta: Meta, more: Partial<SendOptions> = {}) =>
	new Sender({
		send: meta.send,
		sleep,
		limitOf: () => 1_000,
		// Paces are kept for each number of each host.
		host: `host ${hosts++}`,
		maxMs: 3_600_000,
		stopAtRefusal: false,
		resendUnanswered: false,
		...more,
	});

/** Lets the clock run until all jobs have their outcomes. */
async function endOf(sender: Sender, stepMs = 5): Promise<SendReport> {
	let report: SendReport | undefined;
	void sender.end().then((result) => (report = result));
	while (!report) await jest.advanceTimersByTimeAsync(stepMs);
	return report;
}

const told = (outcome: JobOutcome) =>
	Array.isArray(outcome)
		? outcome.map((one) => (one.status === 'unsent' ? one.reason : one.status)).join()
		: outcome.skipped;
const toldBy = ({ outcomes }: SendReport) => outcomes.map(told);

class Store implements EntryStore {
	entries = new Set<string>();
	calls = 0;
	async checkAndAdd(entries: string[]) {
		this.calls++;
		const there = entries.filter((entry) => this.entries.has(entry));
		for (const entry of entries) this.entries.add(entry);
		return { there };
	}
	async remove(entries: string[]) {
		for (const entry of entries) this.entries.delete(entry);
	}
	get sent() {
		return [...this.entries].filter((entry) => entry.startsWith('sent:')).length;
	}
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const many = (count: number) =>
	Array.from({ length: count }, (_unused, index) => String.fromCodePoint(0x4e00 + index));

describe('the order of messages', () => {
	it('is that of the jobs, also of those that are added later', async () => {
		const meta = new Meta();
		const sender = senderFor(meta);
		const names = many(300);
		for (let from = 0; from < names.length; from += 50) {
			sender.add(names.slice(from, from + 50).map((name) => job(name)));
			await jest.advanceTimersByTimeAsync(20);
		}
		const report = await endOf(sender);
		expect(meta.starts).toEqual(names);
		expect(new Set(toldBy(report))).toEqual(new Set(['accepted']));
	});

	it('is kept for a recipient while others go on', async () => {
		const meta = new Meta();
		const sender = senderFor(meta);
		sender.add(['A1', 'A2', 'B1', 'A3', 'C1'].map((name) => job(name)));
		meta.changed.on('start', () => {
			expect([...meta.inFlight].filter((name) => name[0] === 'A').length).toBeLessThan(2);
		});
		await endOf(sender);
		expect(meta.starts.filter((name) => name[0] === 'A')).toEqual(['A1', 'A2', 'A3']);
		expect(meta.startedAt.get('C1')).toBeLessThan(meta.startedAt.get('A2')!);
	});

	it('is kept for a person whose number is written in two ways', async () => {
		const meta = new Meta();
		const sender = senderFor(meta);
		const to = (name: string, phone: string): Job => {
			const one = job(name);
			return { ...one, messages: [{ ...one.messages[0], recipient: { to: phone } }] };
		};
		sender.add([to('A1', '+5215512345678'), to('A2', '+525512345678'), to('B1', '+525512345679')]);
		meta.changed.on('start', () => {
			expect([...meta.inFlight].filter((name) => name[0] === 'A').length).toBeLessThan(2);
		});
		await endOf(sender);
		expect(meta.starts).toEqual(['A1', 'B1', 'A2']);
	});

	it('is kept for a recipient over numbers, also past a job that is skipped', async () => {
		const meta = new Meta({ A1: [refused(TRANSIENT)] });
		const store = new Store();
		store.entries.add('sent:used');
		const sentKeys = new SentKeys(store, 'over numbers', false, sleep);
		const sender = senderFor(meta, { sentKeys });
		sender.add([
			job('A1', { number: 'one' }),
			job('A2', { number: 'two', key: 'used' }),
			job('A3', { number: 'three' }),
			job('B1', { number: 'three' }),
		]);
		const report = await endOf(sender);
		expect(toldBy(report)).toEqual(['accepted', 'acceptedBefore', 'accepted', 'accepted']);
		expect(meta.starts).toEqual(['A1', 'B1', 'A1', 'A3']);
	});

	it('has further parts and tries before what is new', async () => {
		const meta = new Meta({ A1: [refused(TRANSIENT)] });
		const sender = senderFor(meta, { limitOf: () => 4 });
		sender.add([job('A1'), job(['B1', 'B2', 'B3']), ...many(20).map((name) => job(name))]);
		await endOf(sender);
		expect(meta.starts.slice(0, 4)).toEqual(['A1', 'B1', 'B2', 'B3']);
		// The second try is due after a second.
		expect(meta.starts.lastIndexOf('A1')).toBeLessThan(8);
	});

	it('has others before a recipient who has to wait', async () => {
		const meta = new Meta({ A1: [refused(PAIR)], A2: [] });
		const sender = senderFor(meta);
		sender.add([...['A1', 'A2', 'A3'].map((name) => job(name)), ...many(100).map((n) => job(n))]);
		const report = await endOf(sender, 50);
		expect(new Set(toldBy(report))).toEqual(new Set(['accepted']));
		expect(meta.starts.slice(-3)).toEqual(['A1', 'A2', 'A3']);
		expect(Math.max(...many(100).map((name) => meta.startedAt.get(name)!))).toBeLessThan(1_000);
		// Facts 4: one every six seconds after the refusal.
		expect(meta.startedAt.get('A3')! - meta.startedAt.get('A2')!).toBeGreaterThanOrEqual(5_900);
	});
});

describe('a stop', () => {
	it('gives up at once what waits, and keeps the answer to what has started', async () => {
		const stop = new AbortController();
		const meta = new Meta({ A1: [refused(TRANSIENT)] });
		const sender = senderFor(meta, { signal: stop.signal });
		sender.add([job('A1'), job('A2')]);
		await jest.advanceTimersByTimeAsync(15);
		meta.latency = 5_000;
		sender.add([job(['B1', 'B2']), job('B3')]);
		await jest.advanceTimersByTimeAsync(15);
		expect([...meta.inFlight]).toEqual(['B1']);
		let report: SendReport | undefined;
		stop.abort();
		// Jobs of these recipients that come afterwards are no different.
		sender.add([job('A3'), job('B4'), job('C1')]);
		void sender.end().then((result) => (report = result));
		await jest.advanceTimersByTimeAsync(1);
		expect(report).toBeUndefined();
		await jest.advanceTimersByTimeAsync(5_000);
		expect(toldBy(report!)).toEqual([
			// Its last answer is known.
			'refused',
			'stopped',
			'accepted,stopped',
			'stopped',
			'stopped',
			'stopped',
			'stopped',
		]);
		expect(meta.starts).toEqual(['A1', 'B1']);
	});

	it('is noticed in the middle of a long wait', async () => {
		const stop = new AbortController();
		const meta = new Meta({ A1: [refused(PAUSE)] });
		const sender = senderFor(meta, { signal: stop.signal });
		sender.add([job('A1'), job('B1')]);
		sender.add(many(100).map((name) => job(name)));
		await jest.advanceTimersByTimeAsync(500);
		let isOver = false;
		void sender.end().then(() => (isOver = true));
		stop.abort();
		await jest.advanceTimersByTimeAsync(0);
		expect(isOver).toBe(true);
	});

	it('frees the keys of what was admitted and not sent', async () => {
		const stop = new AbortController();
		const store = new Store();
		const sentKeys = new SentKeys(store, 'stopped', false, sleep);
		const meta = new Meta();
		const sender = senderFor(meta, { signal: stop.signal, sentKeys, limitOf: () => 2 });
		sender.add(letters.map((name) => job(name, { key: name })));
		while (meta.starts.length < 2) await jest.advanceTimersByTimeAsync(10);
		expect(store.sent).toBeGreaterThan(4);
		stop.abort();
		const report = await endOf(sender);
		expect(toldBy(report).slice(0, 3)).toEqual(['accepted', 'accepted', 'stopped']);
		expect([...store.entries].sort()).toEqual(['sent:A', 'sent:B']);
	});
});

describe('the end of a run', () => {
	it('is its time: no message starts after it, nor waits beyond it', async () => {
		const meta = new Meta({ B1: [refused(TRANSIENT)] });
		const sender = senderFor(meta, { maxMs: 900, limitOf: () => 10 });
		sender.add([job('B1'), ...many(30).map((name) => job(name))]);
		const startedAt = Date.now();
		const report = await endOf(sender);
		expect(Date.now() - startedAt).toBeLessThan(1_200);
		expect(Math.max(...meta.startedAt.values())).toBeLessThan(900);
		// Its next try would have come too late.
		expect(toldBy(report)[0]).toBe('refused');
		expect(toldBy(report).at(-1)).toBe('timeUp');
		expect(report.progress.done).toBe(31);
	});

	it('is a refusal where the builder wants that, for all numbers', async () => {
		const meta = new Meta({ C1: [refused(FINAL)] });
		const sender = senderFor(meta, { stopAtRefusal: true, limitOf: () => 5 });
		sender.add([
			...['A1', 'B1', 'C1', 'D1'].map((name) => job(name)),
			...many(20).map((name) => job(name, { number: 'two' })),
		]);
		const report = await endOf(sender);
		expect(toldBy(report).slice(0, 4)).toEqual(['accepted', 'accepted', 'refused', 'endedEarly']);
		expect(toldBy(report).at(-1)).toBe('endedEarly');
		const refusedAt = meta.startedAt.get('C1')! + meta.latency;
		expect(Math.max(...meta.startedAt.values())).toBeLessThanOrEqual(refusedAt);
	});

	it('is a refused token, which counts for all that is left', async () => {
		const meta = new Meta({ A1: [refused(190)] });
		const sender = senderFor(meta, { limitOf: () => 5 });
		sender.add([job('A1'), job('B1'), job(['C1', 'C2']), job('D1'), job('E1')]);
		const report = await endOf(sender);
		expect(toldBy(report)).toEqual([
			'refused',
			'refused',
			'refused,earlierPart',
			'refused',
			'refused',
		]);
		expect(meta.starts).toEqual(['A1']);
	});

	it('is a Meta that stays away for two minutes', async () => {
		const results = { B1: Array<SendResult>(100).fill(unreachable) };
		const meta = new Meta(results);
		const sender = senderFor(meta, { limitOf: () => 10 });
		sender.add([job('A1'), job('B1')]);
		sender.add([job('B2'), job('B3')]);
		const startedAt = Date.now();
		const report = await endOf(sender, 100);
		expect(toldBy(report)).toEqual(['accepted', 'refused', 'noAnswers', 'noAnswers']);
		expect(Date.now() - startedAt).toBeGreaterThan(120_000);
		expect(Date.now() - startedAt).toBeLessThan(130_000);
	});
});

describe('keys', () => {
	it('are claimed many at a time, ahead of the sending, which goes on meanwhile', async () => {
		const store = new Store();
		const sentKeys = new SentKeys(store, 'ahead', false, sleep);
		const meta = new Meta();
		const sender = senderFor(meta, { sentKeys, limitOf: () => 200 });
		let inDoubt = 0;
		meta.changed.on('start', () => {
			inDoubt = Math.max(inDoubt, store.sent - meta.starts.length);
		});
		const names = many(400);
		sender.add(names.map((name) => job(name, { key: name })));
		const startedAt = Date.now();
		await endOf(sender);
		expect(meta.starts).toEqual(names);
		// Two batches of 50 at most.
		expect(inDoubt).toBeLessThan(100);
		expect(inDoubt).toBeGreaterThan(20);
		expect(store.calls).toBeLessThan(80);
		// At 200 a second, from half of that on: the claims do not slow it down.
		expect(Date.now() - startedAt).toBeLessThan(3_500);
	});

	it('are claimed in the order of the jobs, so that the first of two is sent', async () => {
		const sentKeys = new SentKeys(new Store(), 'first', false, sleep);
		const meta = new Meta();
		const sender = senderFor(meta, { sentKeys });
		sender.add([job('A1'), job('A2', { key: 'same' }), job('B1', { key: 'same' })]);
		expect(toldBy(await endOf(sender))).toEqual(['accepted', 'accepted', 'sameKey']);
		expect(meta.starts).toEqual(['A1', 'A2']);
	});

	it('that all were used before hold up nothing', async () => {
		const store = new Store();
		const names = many(200);
		for (const name of names) store.entries.add(`sent:${name}`);
		const sentKeys = new SentKeys(store, 'used', false, sleep);
		const meta = new Meta();
		const sender = senderFor(meta, { sentKeys });
		sender.add([...names.map((name) => job(name, { key: name })), job('A1', { key: 'new' })]);
		const report = await endOf(sender);
		expect(meta.starts).toEqual(['A1']);
		expect(report.progress).toMatchObject({ total: 201, done: 201, accepted: 1 });
	});

	it('are used when a part was sent, free when none was, and open without an answer', async () => {
		const store = new Store();
		const sentKeys = new SentKeys(store, 'parts', false, sleep);
		const lost: SendResult = { ok: false, refusal: { kind: 'unanswered', code: 'ECONNRESET' } };
		const meta = new Meta({ A2: [refused(FINAL)], B1: [refused(FINAL)], C1: [lost] });
		const sender = senderFor(meta, { sentKeys });
		sender.add([
			job(['A1', 'A2', 'A3'], { key: 'part' }),
			job(['B1', 'B2'], { key: 'none' }),
			job('C1', { key: 'lost' }),
			job('D1', { key: 'all' }),
		]);
		expect(toldBy(await endOf(sender))).toEqual([
			'accepted,refused,earlierPart',
			'refused,earlierPart',
			'ambiguous',
			'accepted',
		]);
		expect([...store.entries].sort()).toEqual([
			...['open:lost', 'open:part'],
			...['sent:all', 'sent:lost', 'sent:part'],
		]);
	});
});

describe('Retry On Fail', () => {
	it('sends only what the try before has not, and keeps its key', async () => {
		const store = new Store();
		const jobs = [
			job(['A1', 'A2'], { key: 'a' }),
			job('B1', { key: 'b' }),
			job('A3', { key: 'c' }),
			job(['C1', 'C2'], { key: 'd' }),
		];
		const lost: SendResult = { ok: false, refusal: { kind: 'unanswered', code: 'ECONNRESET' } };
		const meta = new Meta({ A2: [refused(FINAL)], C1: [lost] });
		const retryMemory = new RetryMemory(`run ${hosts}`);
		const tries: string[][] = [];
		for (let tried = 1; tried <= 2; tried++) {
			const sentKeys = new SentKeys(store, 'tried again', false, sleep);
			const sender = senderFor(meta, { sentKeys, retryMemory });
			sender.add(jobs);
			tries.push(toldBy(await endOf(sender)));
		}
		expect(tries).toEqual([
			['accepted,refused', 'accepted', 'accepted', 'ambiguous,earlierPart'],
			['accepted,accepted', 'accepted', 'accepted', 'ambiguous,earlierPart'],
		]);
		expect(meta.starts.sort()).toEqual(['A1', 'A2', 'A2', 'A3', 'B1', 'C1']);
		expect([...store.entries].filter((entry) => entry.startsWith('open:'))).toEqual(['open:d']);
	});
});

it('thousands of jobs that wait do not sleep one by one', async () => {
	const meta = new Meta({ A1: [refused(PAUSE), refused(PAUSE), refused(PAUSE)] });
	const sender = senderFor(meta);
	sender.add([job('A1'), ...many(2_000).map((name) => job(name))]);
	await jest.advanceTimersByTimeAsync(50);
	sleeps = 0;
	await jest.advanceTimersByTimeAsync(900);
	expect(sleeps).toBeLessThan(10);
	sleeps = 0;
	await endOf(sender, 20);
	expect(sleeps).toBeLessThan(2_500);
});
