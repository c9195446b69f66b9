import { randomUUID } from 'crypto';

import type { SkipReason } from './outcome';

/** A store of entries that outlives the run, as n8n offers it. */
export interface EntryStore {
	/** Names the entries that were there already, and adds the others. */
	checkAndAdd(entries: string[]): Promise<{ there: string[] }>;
	remove(entries: string[]): Promise<void>;
}

/** The result of claiming a key. */
export type Claim = 'claimed' | SkipReason | 'noRecord';

/** Between two writes, so that a fast send does not write for each message. Milliseconds. */
const WRITE_GAP_MS = 1_000;

/**
 * How long another process may take from reading the list to writing it back: this many times what it took here,
 * since both use the same database, within these bounds in milliseconds.
 */
const SETTLING = { times: 4, leastMs: 100, mostMs: 1_000 } as const;

/** Keys per write: n8n searches its whole list for each entry that it removes, and blocks the process meanwhile. */
const MOST_AT_ONCE = 500;

/** Tries to write an entry so that it stays. */
const MOST_TRIES = 10;

/** The last task on each store: tasks run one after another, because the store has no lock of its own. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Which keys have been sent, over all runs. A key has up to two entries: `sent` from just before its
 * first message leaves, and `open` until Meta has accepted all of them. So a key with both was cut
 * off: by a missing answer, or by a crash. Since `sent` is only ever removed when the answer is
 * known, no crash at any moment lets a message be sent a second time.
 *
 * The store reads and writes all of its entries at once, so that runs of the same node in two
 * processes overwrite each other's. A write therefore counts only if it is still there once every
 * process that had read the list before it must have written its copy back.
 */
export class SentKeys {
	/** Whether a write has failed: the entries of accepted messages may still say `open`. */
	hasFailed = false;
	private readonly seen = new Set<string>();
	/** Keys that an earlier run has left open: some of their messages may have been sent. */
	private readonly maybeSent = new Set<string>();
	/** Keys whose result still has to be written: accepted ones, and ones that are free again. */
	private settled: string[] = [];
	private released: string[] = [];
	/** Removed together with other entries and looked for afterwards, since a look adds what it looks for. */
	private readonly sentinel = `mark:${randomUUID()}`;
	private writing: Promise<void> | undefined;
	private isEnding = false;
	private end = (): void => {};
	private readonly ending = new Promise<void>((resolve) => (this.end = resolve));
	/** How long reading and writing the list has taken recently. Milliseconds. */
	private tookMs = 0;

	/**
	 * @param name the same for everything that uses the same store
	 * @param takesUnanswered whether keys that are still open may be sent again
	 */
	constructor(
		private readonly store: EntryStore,
		private readonly name: string,
		private readonly takesUnanswered: boolean,
		private readonly sleep: (ms: number) => Promise<void>,
	) {}

	/** An earlier try of this run has claimed the key. */
	alreadyClaimed(key: string): void {
		this.seen.add(key);
	}

	/** Writes down that these keys are about to be sent, and says which of them must not be. */
	async claim(keys: string[]): Promise<Claim[]> {
		const unseen: string[] = [];
		for (const key of keys) {
			if (this.seen.has(key)) continue;
			this.seen.add(key);
			unseen.push(key);
		}
		const found = await this.claimUnseen(unseen);
		const claims: Claim[] = [];
		for (const key of keys) {
			claims.push(found.get(key) ?? 'sameKey');
			// Of several jobs with the same key, only the first one is sent.
			found.delete(key);
		}
		return claims;
	}

	/** All messages of the key were accepted. */
	settle(key: string): void {
		this.settled.push(key);
		this.write();
	}

	/** This run has sent nothing of the key: a later run may send it, unless an earlier one may have. */
	release(key: string): void {
		if (this.maybeSent.has(key)) return;
		this.released.push(key);
		this.write();
	}

	/** Resolves when everything is written. */
	async done(): Promise<void> {
		this.isEnding = true;
		this.end();
		await this.writing;
	}

	private async claimUnseen(keys: string[]): Promise<Map<string, Claim>> {
		if (keys.length === 0) return new Map();
		try {
			const claims = await this.lookAt(keys);
			const claimed = keys.filter((key) => claims.get(key) === 'claimed');
			if (await this.stays(claimed.flatMap(entriesOf)).catch(() => false)) return claims;
			for (const key of claimed) {
				claims.set(key, 'noRecord');
				this.release(key);
			}
			return claims;
		} catch {
			return new Map(keys.map((key) => [key, 'noRecord']));
		}
	}

	/** The look adds `open` to accepted keys too: that is removed before another run of this process looks. */
	private async lookAt(keys: string[]): Promise<Map<string, Claim>> {
		return await this.inTurn(async () => {
			const there = new Set(await this.check(keys.flatMap(entriesOf)));
			const claims = new Map(keys.map((key) => [key, this.judge(key, there)]));
			const accepted = keys.filter((key) => claims.get(key) === 'acceptedBefore');
			// If this fails, the write in the background tries again and reports a failure of its own.
			if (accepted.length > 0) await this.store.remove(accepted.map(open)).catch(() => {});
			for (const key of accepted) this.settle(key);
			return claims;
		});
	}

	private judge(key: string, there: Set<string>): Claim {
		if (!there.has(sent(key))) return 'claimed';
		if (!there.has(open(key))) return 'acceptedBefore';
		if (!this.takesUnanswered) return 'unansweredBefore';
		this.maybeSent.add(key);
		return 'claimed';
	}

	/** Whether these entries stay in the store. Each look also adds the missing ones again. */
	private async stays(entries: string[]): Promise<boolean> {
		let missing = entries.length;
		for (let tries = 0; missing > 0 && tries < MOST_TRIES; tries++) {
			await this.sleep(this.settlingMs);
			missing = entries.length - (await this.look(entries)).length;
		}
		return missing === 0;
	}

	private async look(entries: string[]): Promise<string[]> {
		return await this.inTurn(async () => await this.check(entries));
	}

	/** Tries twice: one of two processes that write the first entry of a store at the same time fails. */
	private async check(entries: string[]): Promise<string[]> {
		const once = async () => (await this.store.checkAndAdd(entries)).there;
		return await once().catch(once);
	}

	private write(): void {
		this.writing ??= this.writeAll();
	}

	private async writeAll(): Promise<void> {
		while (this.settled.length + this.released.length > 0) {
			const settled = this.settled.splice(0, MOST_AT_ONCE);
			const released = this.released.splice(0, MOST_AT_ONCE);
			const isWritten = await this.writeOnce(settled, released).catch(() => false);
			if (!isWritten && !this.isEnding) this.settled.push(...settled);
			if (!isWritten && (this.isEnding || released.length > 0)) this.hasFailed = true;
			// Only the end of the run waits for these writes.
			if (!this.isEnding) await Promise.race([this.sleep(WRITE_GAP_MS), this.ending]);
		}
		// No await since the check of the loop: a later key starts another one.
		this.writing = undefined;
	}

	/** Whether the results of these keys are written and stay written. */
	private async writeOnce(settled: string[], released: string[]): Promise<boolean> {
		const accepted = settled.map(open);
		// Looking for the sentinel also restores a claim that was overwritten after all.
		await this.look([this.sentinel, ...settled.map(sent)]);
		const hasSentinel = await this.stays([this.sentinel]);
		await this.remove([...accepted, ...released.flatMap(entriesOf), this.sentinel]);
		for (let tries = 1; tries <= MOST_TRIES; tries++) {
			await this.sleep(this.settlingMs);
			const isBack = (await this.look([this.sentinel])).length > 0;
			// Released keys are removed only once: a later run may have claimed them since.
			await this.remove(isBack ? [...accepted, this.sentinel] : [this.sentinel]);
			if (!isBack) return hasSentinel && (tries === 1 || released.length === 0);
		}
		return false;
	}

	private async remove(entries: string[]): Promise<void> {
		await this.inTurn(async () => await this.store.remove(entries));
	}

	private get settlingMs(): number {
		const { times, leastMs, mostMs } = SETTLING;
		return Math.min(mostMs, Math.max(leastMs, times * this.tookMs));
	}

	private async inTurn<T>(task: () => Promise<T>): Promise<T> {
		const timed = async () => {
			const startedAt = Date.now();
			const result = await task();
			this.tookMs = Math.max(Date.now() - startedAt, this.tookMs / 2);
			return result;
		};
		const turn = (queues.get(this.name) ?? Promise.resolve()).then(timed);
		const settled = turn.catch(() => undefined);
		queues.set(this.name, settled);
		try {
			return await turn;
		} finally {
			if (queues.get(this.name) === settled) queues.delete(this.name);
		}
	}
}

const sent = (key: string) => `sent:${key}`;
const open = (key: string) => `open:${key}`;
const entriesOf = (key: string) => [sent(key), open(key)];
