import type { MessageOutcome } from './outcome';

/** Outcomes kept for all runs together; beyond that the oldest runs are forgotten. */
const MOST_OUTCOMES = 50_000;

type Kept = Extract<MessageOutcome, { status: 'accepted' | 'ambiguous' }>;

/** What each run has sent, by item and part. */
const runs = new Map<string, Map<string, Kept>>();
let count = 0;

/**
 * What one run of a node has sent already. n8n's Retry On Fail runs the whole node again within the
 * same execution: the outcomes kept here are returned then, and nothing is sent a second time. They
 * live in the process, because n8n tries again in the same one.
 */
export class RetryMemory {
	/** @param run execution, node and run of the node */
	constructor(private readonly run: string) {}

	remember(item: number, part: number, outcome: Kept): void {
		const kept = runs.get(this.run) ?? new Map<string, Kept>();
		runs.set(this.run, kept);
		if (!kept.has(`${item}.${part}`)) count++;
		kept.set(`${item}.${part}`, outcome);
		for (const run of runs.keys()) {
			if (count <= MOST_OUTCOMES || run === this.run) break;
			drop(run);
		}
	}

	/** The outcomes of an item's first parts, up to the first one that may be tried again. */
	recall(item: number, parts: number): Kept[] {
		const kept = runs.get(this.run);
		const outcomes: Kept[] = [];
		for (let part = 0; part < parts; part++) {
			const outcome = kept?.get(`${item}.${part}`);
			if (!outcome) break;
			outcomes.push(outcome);
		}
		return outcomes;
	}

	/** n8n will not try this run again. */
	forget(): void {
		drop(this.run);
	}
}

function drop(run: string): void {
	count -= runs.get(run)?.size ?? 0;
	runs.delete(run);
}
