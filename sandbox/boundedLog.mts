/** How long a value is when written as JSON; Infinity when it is nested too deeply to be written at all. */
export function charactersOf(value: unknown): number {
	try {
		return JSON.stringify(value)?.length ?? 0;
	} catch {
		return Infinity;
	}
}

/** A list that forgets its oldest entries, so that a sandbox left running for days keeps its memory. */
export class BoundedLog<Entry> {
	#entries: Entry[] = [];
	#weights: number[] = [];
	#weight = 0;
	readonly #most: number;
	readonly #weigh: (entry: Entry) => number;
	readonly #mostWeight: number;

	constructor(most: number, mostWeight: number, weigh: (entry: Entry) => number = charactersOf) {
		this.#most = most;
		this.#weigh = weigh;
		this.#mostWeight = mostWeight;
	}

	add(entry: Entry): void {
		const weight = this.#weigh(entry);
		this.#entries.push(entry);
		this.#weights.push(weight);
		this.#weight += weight;
		// The newest entry always stays, however heavy it is: the caller is about to be told of it.
		while (
			this.#entries.length > 1 &&
			(this.#entries.length > this.#most || this.#weight > this.#mostWeight)
		) {
			this.#entries.shift();
			this.#weight -= this.#weights.shift() ?? 0;
		}
	}

	clear(): void {
		this.#entries = [];
		this.#weights = [];
		this.#weight = 0;
	}

	find(matches: (entry: Entry) => boolean): Entry | undefined {
		return this.#entries.find(matches);
	}

	/** Oldest first. */
	all(): Entry[] {
		return [...this.#entries];
	}

	/** Newest first. */
	newest(count: number): Entry[] {
		return this.#entries.slice(-count).reverse();
	}
}
