/**
 * Keeps who waits for a turn: entries that were begun before go first, once their time has come; new
 * ones follow in the order in which they were added.
 */
export class TurnQueue<T> {
	private readonly fresh: T[] = [];
	/** The earliest first. */
	private readonly begun: Array<{ entry: T; from: number }> = [];

	add(entry: T): void {
		this.fresh.push(entry);
	}

	/** @param from its turn does not come before this time, in milliseconds */
	addBegun(entry: T, from: number): void {
		const before = this.begun.findLastIndex((other) => other.from <= from);
		this.begun.splice(before + 1, 0, { entry, from });
	}

	/** How many new entries wait. */
	get newCount(): number {
		return this.fresh.length;
	}

	/** Milliseconds until the next turn; infinite when nothing waits. */
	wait(now: number): number {
		if (this.fresh.length > 0) return 0;
		const [first] = this.begun;
		return first ? Math.max(0, first.from - now) : Infinity;
	}

	/** Takes the entry whose turn it is, if there is one. */
	take(now: number): T | undefined {
		const [first] = this.begun;
		return first && first.from <= now ? this.begun.shift()?.entry : this.fresh.shift();
	}

	/** Takes all entries. */
	drain(): T[] {
		return [...this.fresh.splice(0), ...this.begun.splice(0).map(({ entry }) => entry)];
	}
}
