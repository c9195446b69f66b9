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
const WRITE_GAP_MS = 500;

/**
 * How long another process may take from reading the list to writing it back: so many times what it took here,
 * since both use the same database, but at least and at most so many milliseconds.
 */
const SETTLING = { times: 4, leastMs: 100, mostMs: 1_000 } as const;

/** Looks at claimed keys until none was missing. */
const MOST_LOOKS = 10;

/** So often `open` is taken away from an accepted key: what another process has put back goes with the next time. */
const REMOVALS = 3;

/** Work on one store, one after another: it has no lock of its own. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Which keys have been sent, over all runs. A key has up to two entries: `sent` from just before its
 * first message leaves, and `open` until Meta has accepted all of them. So a key with both was cut
 * off: by a missing answer, or by a crash. Since `sent` is only ever removed when the answer is
 * known, no crash at any moment lets a message be sent a second time.
 *
 * The store reads and writes all of its entries at once, so that runs of the same node in two
 * processes overwrite each other's. A claim therefore holds only when it is still there at a time at
 * which whoever had read the list before it must have written it back.
 */
export class Ledger {
	/** Whether something could not be written: the entries of accepted messages may still say `open`. */
	hasFailed = false;
	private readonly seen = new Set<string>();
	/** Entries that are to be removed, and how often still. */
	private readonly toRemove = new Map<string, number>();
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

	/** Writes down that these keys are about to be sent, and says which of them must not be. */
	async claim(keys: string[]): Promise<Claim[]> {
		const isFirst = keys.map((key) => !this.seen.has(key) && Boolean(this.seen.add(key)));
		const claims = await this.claimUnseen(keys.filter((_, index) => isFirst[index]));
		return keys.map((key, index) => (isFirst[index] ? claims.get(key) : undefined) ?? 'sameKey');
	}

	/** All messages of the key were accepted. */
	settle(key: string): void {
		this.remove([open(key)], REMOVALS);
	}

	/** Surely nothing of the key was sent: a later run may send it, and must not lose its own entries to this one. */
	release(key: string): void {
		this.remove([open(key), sent(key)], 1);
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
			const there = new Set(await this.look(keys.flatMap(entriesOf)));
			const claims = new Map(
				keys.map((key) => [key, this.judge(there.has(sent(key)), there.has(open(key)))]),
			);
			const of = (kind: Claim) => keys.filter((key) => claims.get(key) === kind);
			this.remove(of('acceptedBefore').map(open), REMOVALS);
			const claimed = of('claimed');
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

	private judge(isSent: boolean, isOpen: boolean): Claim {
		if (!isSent) return 'claimed';
		if (!isOpen) return 'acceptedBefore';
		return this.takesUnanswered ? 'claimed' : 'unansweredBefore';
	}

	/** Whether these entries stay. Each look also puts back what is missing. */
	private async isHeld(entries: string[]): Promise<boolean> {
		for (let looks = 0; entries.length > 0; looks++) {
			if (looks === MOST_LOOKS) return false;
			await this.sleep(this.settlingMs);
			const { length } = await this.look(entries);
			if (length === entries.length) return true;
		}
		return true;
	}

	/** Twice, because two processes that write the first entry of a store at once hinder each other. */
	private async look(entries: string[]): Promise<string[]> {
		const once = async () => (await this.store.checkAndAdd(entries)).there;
		return await this.inTurn(async () => await once().catch(once));
	}

	private remove(entries: string[], times: number): void {
		for (const entry of entries) this.toRemove.set(entry, times);
		if (entries.length > 0) this.writing ??= this.writeAll();
	}

	private async writeAll(): Promise<void> {
		while (this.toRemove.size > 0) {
			const entries = [...this.toRemove.keys()];
			for (const [entry, times] of this.toRemove) {
				if (times > 1) this.toRemove.set(entry, times - 1);
				else this.toRemove.delete(entry);
			}
			try {
				await this.inTurn(async () => await this.store.remove(entries));
			} catch {
				this.hasFailed = true;
			}
			if (this.toRemove.size > 0) await this.rest();
		}
		this.writing = undefined;
	}

	/** Nobody waits for these writes but the end of the run. */
	private async rest(): Promise<void> {
		if (!this.isEnding) await Promise.race([this.sleep(WRITE_GAP_MS), this.ending]);
		if (this.isEnding) await this.sleep(this.settlingMs);
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
