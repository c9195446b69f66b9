import { randomUUID } from 'crypto';

import type { SkipReason } from './outcome';

/** A store of entries that outlives the run, as n8n offers it. */
export interface EntryStore {
	/** Names the entries that were there already, and adds the others. */
	checkAndAdd(entries: string[]): Promise<{ there: string[] }>;
	remove(entries: string[]): Promise<void>;
}

/** What may become of a key that a job brings. */
export type Claim = 'claimed' | SkipReason | 'noRecord';

/** Between two writes, so that a fast send does not write for each message. Milliseconds. */
const WRITE_GAP_MS = 1_000;

/**
 * How long another process may take from reading the list to writing it back: so many times what it took here,
 * since both use the same database, but at least and at most so many milliseconds.
 */
const SETTLING = { times: 4, leastMs: 100, mostMs: 1_000 } as const;

/** Keys that are written at a time: n8n searches its whole list for each entry that it removes, and does nothing else meanwhile. */
const MOST_AT_ONCE = 500;

/** Tries to write something down so that it stays. */
const MOST_TRIES = 10;

/** Work on one store, one after another: it has no lock of its own. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Which keys have been sent, over all runs. A key has up to two entries: `sent` from just before its
 * first message leaves, and `open` until Meta has accepted all of them. So a key with both was cut
 * off: by a missing answer, or by a crash. Since `sent` is only ever removed when the answer is
 * known, no crash at any moment lets a message be sent a second time.
 *
 * The store reads and writes all of its entries at once, so that runs of the same node in two
 * processes overwrite each other's. What is written therefore holds only when it is still so at a time
 * at which whoever had read the list before it must have written it back.
 */
export class Ledger {
	/** Whether something could not be written: the entries of accepted messages may still say `open`. */
	hasFailed = false;
	private readonly seen = new Set<string>();
	/** Keys that an earlier run has left open: something of theirs may have been sent. */
	private readonly inDoubt = new Set<string>();
	/** Keys that are accepted, and such as are free again, of which that is to be written. */
	private settled: string[] = [];
	private released: string[] = [];
	/** Removed together with others and looked for afterwards: an entry cannot be looked for without adding it. */
	private readonly mark = `mark:${randomUUID()}`;
	private writing?: Promise<void>;
	private isEnding = false;
	private end = (): void => {};
	private readonly ending = new Promise<void>((resolve) => (this.end = resolve));
	/** What reading and writing the list has lately taken. Milliseconds. */
	private tookMs = 0;

	/**
	 * @param name one name for all who use the same store
	 * @param takesUnanswered whether keys that are still open may be sent again
	 */
	constructor(
		private readonly store: EntryStore,
		private readonly name: string,
		private readonly takesUnanswered: boolean,
		private readonly sleep: (ms: number) => Promise<void>,
	) {}

	/** An earlier try of this run has claimed the key. */
	own(key: string): void {
		this.seen.add(key);
	}

	/** Writes down that these keys are about to be sent, and says which of them must not be. */
	async claim(keys: string[]): Promise<Claim[]> {
		const isFirst = keys.map((key) => !this.seen.has(key) && Boolean(this.seen.add(key)));
		const claims = await this.claimUnseen(keys.filter((_, index) => isFirst[index]));
		return keys.map((key, index) => (isFirst[index] ? claims.get(key) : undefined) ?? 'sameKey');
	}

	/** All messages of the key were accepted. */
	settle(key: string): void {
		this.settled.push(key);
		this.write();
	}

	/** Surely this run has sent nothing of the key: a later run may send it, unless an earlier one may have. */
	release(key: string): void {
		if (this.inDoubt.has(key)) return;
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
			if (await this.isHeld(claimed.flatMap(entriesOf)).catch(() => false)) return claims;
			for (const key of claimed) {
				claims.set(key, 'noRecord');
				this.release(key);
			}
			return claims;
		} catch {
			return new Map(keys.map((key) => [key, 'noRecord']));
		}
	}

	/** The look puts `open` to accepted keys too: it is taken away before another run of this process looks. */
	private async lookAt(keys: string[]): Promise<Map<string, Claim>> {
		return await this.inTurn(async () => {
			const there = new Set(await this.check(keys.flatMap(entriesOf)));
			const claims = new Map(keys.map((key) => [key, this.judge(key, there)]));
			const accepted = keys.filter((key) => claims.get(key) === 'acceptedBefore');
			// Where this does not work, writing it down in the background does, or says so.
			if (accepted.length > 0) await this.store.remove(accepted.map(open)).catch(() => {});
			for (const key of accepted) this.settle(key);
			return claims;
		});
	}

	private judge(key: string, there: Set<string>): Claim {
		if (!there.has(sent(key))) return 'claimed';
		if (!there.has(open(key))) return 'acceptedBefore';
		if (!this.takesUnanswered) return 'unansweredBefore';
		this.inDoubt.add(key);
		return 'claimed';
	}

	/** Whether these entries stay. Each look also puts back what is missing. */
	private async isHeld(entries: string[]): Promise<boolean> {
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

	/** Twice, because two processes that write the first entry of a store at once hinder each other. */
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
			// Nobody waits for these writes but the end of the run.
			if (!this.isEnding) await Promise.race([this.sleep(WRITE_GAP_MS), this.ending]);
		}
		// At once: what is settled from now on begins anew.
		this.writing = undefined;
	}

	/** Whether what became of these keys is written for good. */
	private async writeOnce(settled: string[], released: string[]): Promise<boolean> {
		const accepted = settled.map(open);
		// Together with the mark also a claim that was lost all the same comes back.
		await this.look([this.mark, ...settled.map(sent)]);
		const isMarked = await this.isHeld([this.mark]);
		await this.remove([...accepted, ...released.flatMap(entriesOf), this.mark]);
		for (let tries = 1; tries <= MOST_TRIES; tries++) {
			await this.sleep(this.settlingMs);
			const isBack = (await this.look([this.mark])).length > 0;
			// Released only once: a later run may have claimed these keys since.
			await this.remove(isBack ? [...accepted, this.mark] : [this.mark]);
			if (!isBack) return isMarked && (tries === 1 || released.length === 0);
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
