/** A value's length in characters of JSON; Infinity when it is nested too deeply to be written. */
export function charactersOf(value: unknown): number {
	try {
		return JSON.stringify(value)?.length ?? 0;
	} catch {
		return Infinity;
	}
}

/** Rows by number that a store has to write and to delete to match the list. */
export interface LogChanges<Entry> {
	put: Array<[row: number, entry: Entry]>;
	forget: number[];
}

/** A list that forgets its oldest entries, so that a sandbox can run for days without its memory growing. */
export class BoundedLog<Entry> {
	// A Map keeps insertion order and deletes its first entry without moving the others.
	#rows = new Map<number, { entry: Entry; weight: number }>();
	#next = 0;
	#weight = 0;
	#unsaved: { put: Set<number>; forget: Set<number> } | null = null;
	readonly #most: number;
	readonly #weigh: (entry: Entry) => number;
	readonly #mostWeight: number;

	constructor(most: number, mostWeight: number, weigh: (entry: Entry) => number = charactersOf) {
		this.#most = most;
		this.#weigh = weigh;
		this.#mostWeight = mostWeight;
	}

	add(entry: Entry): void {
		const row = this.#next;
		this.restore(row, entry);
		this.#unsaved?.put.add(row);
		// The newest entry always stays, whatever its weight: the caller is going to read it.
		while (
			this.#rows.size > 1 &&
			(this.#rows.size > this.#most || this.#weight > this.#mostWeight)
		) {
			for (const row of this.#rows.keys()) {
				this.#forget(row);
				break;
			}
		}
	}

	clear(): void {
		for (const row of this.#rows.keys()) this.#forget(row);
	}

	find(matches: (entry: Entry) => boolean): Entry | undefined {
		for (const { entry } of this.#rows.values()) if (matches(entry)) return entry;
		return undefined;
	}

	/** Oldest first. */
	all(): Entry[] {
		return Array.from(this.#rows.values(), ({ entry }) => entry);
	}

	/** Newest first. */
	newest(count: number): Entry[] {
		return this.all().slice(-count).reverse();
	}

	/** Adds a stored entry of an earlier run, which does not count as a change. Rows come in ascending order. */
	restore(row: number, entry: Entry): void {
		const weight = this.#weigh(entry);
		this.#rows.set(row, { entry, weight });
		this.#weight += weight;
		this.#next = row + 1;
	}

	/** Starts noting changes for takeChanges(); the present entries count as changed. */
	noteChanges(): void {
		this.#unsaved = { put: new Set(this.#rows.keys()), forget: new Set() };
	}

	/** Notes that an entry was altered in place. Searched from the end: it is nearly always among the newest. */
	altered(entry: Entry): void {
		if (!this.#unsaved) return;
		for (let row = this.#next - 1; row >= 0; row -= 1) {
			const found = this.#rows.get(row);
			if (!found) return;
			if (found.entry === entry) {
				this.#unsaved.put.add(row);
				return;
			}
		}
	}

	/** What has changed since the last call. */
	takeChanges(): LogChanges<Entry> {
		const put: Array<[number, Entry]> = [];
		for (const row of this.#unsaved?.put ?? []) {
			const found = this.#rows.get(row);
			if (found) put.push([row, found.entry]);
		}
		const forget = [...(this.#unsaved?.forget ?? [])];
		this.#unsaved?.put.clear();
		this.#unsaved?.forget.clear();
		return { put, forget };
	}

	#forget(row: number): void {
		this.#weight -= this.#rows.get(row)?.weight ?? 0;
		this.#rows.delete(row);
		// Also for one that was never saved: deleting a record that does not exist does no harm.
		this.#unsaved?.put.delete(row);
		this.#unsaved?.forget.add(row);
	}
}
