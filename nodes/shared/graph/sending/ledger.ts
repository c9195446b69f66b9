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
const WRITE_GAP_MS = 200;

/** Own entries that are put back where a run in another process has overwritten them: the newest. */
const MOST_PUT_BACK = 2_000;

/** Looks at the end of a run until nothing of it was missing, and the time between two. Milliseconds. */
const LAST_LOOKS = 5;
const LAST_LOOK_GAP_MS = 300;

/** Work on one store, one after another: it has no lock of its own. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Which keys have been sent, over all runs. A key has up to two entries: `sent` from just before its
 * first message leaves, and `open` until Meta has accepted all of them. So a key with both was cut
 * off: by a missing answer, or by a crash. Since an entry is only ever removed when the answer is
 * known, no crash at any moment lets a message be sent a second time.
 *
 * The store reads and writes all of its entries at once, so that runs of the same node in two
 * processes overwrite each other's. What this run has written is therefore put back with each further
 * claim and at its end.
 */
export class Ledger {
	/** Whether something could not be written: the entries of accepted messages may still say `open`. */
	hasFailed = false;
	private readonly seen = new Set<string>();
	/** What has to be in the store because of this run. */
	private readonly written = new Set<string>();
	/** What must not be there any more. */
	private readonly removed = new Set<string>();
	private toRemove: string[] = [];
	private writing?: Promise<void>;

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
		const asked = keys.filter((_, index) => isFirst[index]);
		const claims = new Map<string, Claim>();
		try {
			const entries = asked.flatMap((key) => [sent(key), open(key)]);
			const own = newest(this.written);
			const there = new Set(entries.length > 0 ? await this.look([...entries, ...own]) : []);
			const accepted = asked.filter((key) => there.has(sent(key)) && !there.has(open(key)));
			if (accepted.length > 0) {
				await this.inTurn(async () => await this.store.remove(accepted.map(open)));
			}
			for (const key of asked) {
				const claim = this.judge(there.has(sent(key)), there.has(open(key)));
				claims.set(key, claim);
				if (claim === 'claimed') this.written.add(sent(key)).add(open(key));
			}
		} catch {
			for (const key of asked) claims.set(key, 'noRecord');
		}
		return keys.map((key, index) => (isFirst[index] ? claims.get(key) : undefined) ?? 'sameKey');
	}

	/** All messages of the key were accepted. */
	settle(key: string): void {
		this.write([open(key)]);
	}

	/** Surely nothing of the key was sent: a later run may send it. */
	release(key: string): void {
		this.write([open(key), sent(key)]);
	}

	/** Resolves when everything is written. */
	async done(): Promise<void> {
		while (this.writing) await this.writing;
		try {
			await this.putBack();
		} catch {
			// As if the process had ended here: what is missing is at most what another one overwrote.
			this.hasFailed = true;
		}
	}

	private async putBack(): Promise<void> {
		const own = newest(this.written);
		for (let look = 1; own.length > 0; look++) {
			const gone = newest(this.removed);
			if (gone.length > 0) await this.inTurn(async () => await this.store.remove(gone));
			const { length } = await this.look(own);
			if (length === own.length || look === LAST_LOOKS) return;
			await this.sleep(LAST_LOOK_GAP_MS);
		}
	}

	private judge(isSent: boolean, isOpen: boolean): Claim {
		if (!isSent) return 'claimed';
		if (!isOpen) return 'acceptedBefore';
		return this.takesUnanswered ? 'claimed' : 'unansweredBefore';
	}

	/** Twice, because two processes that write the first entry of a store at once hinder each other. */
	private async look(entries: string[]): Promise<string[]> {
		const once = async () => (await this.store.checkAndAdd(entries)).there;
		return await this.inTurn(async () => await once().catch(once));
	}

	private write(entries: string[]): void {
		for (const entry of entries) {
			this.written.delete(entry);
			this.removed.add(entry);
		}
		this.toRemove.push(...entries);
		this.writing ??= this.writeAll().finally(() => (this.writing = undefined));
	}

	private async writeAll(): Promise<void> {
		while (this.toRemove.length > 0) {
			const entries = this.toRemove.splice(0);
			try {
				await this.inTurn(async () => await this.store.remove(entries));
			} catch {
				this.hasFailed = true;
			}
			if (this.toRemove.length > 0) await this.sleep(WRITE_GAP_MS);
		}
	}

	private async inTurn<T>(task: () => Promise<T>): Promise<T> {
		const turn = (queues.get(this.name) ?? Promise.resolve()).then(task);
		const settled = turn.catch(() => undefined);
		queues.set(this.name, settled);
		try {
			return await turn;
		} finally {
			if (queues.get(this.name) === settled) queues.delete(this.name);
		}
	}
}

/** A Set keeps the order in which entries came. */
const newest = (entries: Set<string>): string[] => [...entries].slice(-MOST_PUT_BACK);

const sent = (key: string) => `sent:${key}`;
const open = (key: string) => `open:${key}`;
