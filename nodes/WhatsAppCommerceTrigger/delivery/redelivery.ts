import { createHash } from 'crypto';
import { sleep, type IDataObject } from 'n8n-workflow';

import { setWhenSaved } from './staticData';

/**
 * Guard against re-delivery: Meta delivers at least once, and retries for up to 7 days (facts 2.7).
 *
 * Two memories work together. The workflow's static data survives a restart, but two deliveries at
 * the same moment both read it before either writes. The memory of this process closes that gap and
 * writes again what one of the two overwrote. A message counts as delivered only once its run is stored;
 * until then a second delivery of it waits for the outcome of the first.
 */

/** Message ids kept per node in static data, which n8n rewrites as a whole on each delivery: 39 kB. */
const STORED_PER_NODE = 3_000;

/** Message ids kept per node in memory, where they cost little. */
const KEPT_PER_NODE = 20_000;

/** Milliseconds after which a run that is still being stored is given up, so that a retry can run. */
const STORING_LIMIT_MS = 60_000;

/** Milliseconds between two looks of a waiting delivery at that limit. */
const LOOK_MS = 1_000;

interface Underway {
	since: number;
	ended: Promise<void>;
}

interface NodeMemory {
	/** Ids whose run is being stored right now. */
	underway: Map<string, Underway>;
	/** Ids whose run is stored, oldest first. */
	delivered: Set<string>;
	/** The newest of these, to be written again where static data has lost them. */
	newest: Set<string>;
	/** Ids of runs that could not be stored: whatever static data says, they were not delivered. */
	failed: Set<string>;
	/** Messages that came again, as far as is known. */
	repeats: number;
}

const memories = new Map<string, NodeMemory>();

/** What is new in a delivery, and how to settle it. */
export interface Claim {
	/** Ids of messages that no earlier delivery brought. */
	fresh: ReadonlySet<string>;
	/** Messages of this delivery that came before, in another delivery or in this one. */
	repeats: number;
	/** All repeats of the node since it was made, as far as a restart or another process lost none. */
	allRepeats: number;
	/** To be called once: whether the runs of the fresh ones are stored. */
	settle(stored: boolean): void;
}

/**
 * Claims the messages of a delivery for this request. Ids that were delivered before are left out.
 *
 * @param node workflow and node, as one text: the same message may start several workflows
 * @param staticData the node's static data, which gets the claimed ids
 */
export async function claim(
	node: string,
	messageIds: string[],
	staticData: IDataObject,
): Promise<Claim> {
	const memory = memoryOf(node);
	const ids = new Map(messageIds.map((id) => [shortened(id), id]));
	const stored = readStored(staticData);
	const isStored = (id: string) => stored.includes(id) && !memory.failed.has(id);
	for (;;) {
		forgetStuck(memory);
		const open = [...ids.keys()].filter((id) => !isStored(id) && !memory.delivered.has(id));
		const others = open.flatMap((id) => memory.underway.get(id)?.ended ?? []);
		if (others.length === 0) {
			const repeats = messageIds.length - open.length;
			return take(memory, open, ids, repeats, staticData, stored);
		}
		// Wait before claiming anything, so that two deliveries can never wait for each other.
		await Promise.race([Promise.all(others), sleep(LOOK_MS)]);
	}
}

function take(
	memory: NodeMemory,
	open: string[],
	ids: Map<string, string>,
	repeats: number,
	staticData: IDataObject,
	stored: string,
): Claim {
	let end = () => {};
	const underway = {
		since: Date.now(),
		ended: new Promise<void>((resolve) => (end = resolve)),
	};
	for (const id of open) memory.underway.set(id, underway);
	// n8n saves once the run is stored, so the claimed ids are delivered then.
	const seen = setWhenSaved(staticData, 'seen', () => {
		remember(memory, open);
		const { failed, newest } = memory;
		const others = stored.split(' ').filter((id) => !newest.has(id) && !failed.has(id));
		return [...others, ...newest].slice(-STORED_PER_NODE).join(' ').trim();
	});
	// The larger one: a parallel delivery may have overwritten the stored count with a smaller one.
	memory.repeats = Math.max(memory.repeats, readRepeats(staticData)) + repeats;
	if (memory.repeats > 0) staticData.repeats = memory.repeats;
	return {
		fresh: new Set(open.flatMap((id) => ids.get(id) ?? [])),
		repeats,
		allRepeats: memory.repeats,
		settle(isStored) {
			seen.stop();
			for (const id of open) {
				if (memory.underway.get(id) === underway) memory.underway.delete(id);
			}
			if (isStored) remember(memory, open);
			else forget(memory, open);
			end();
		},
	};
}

function remember(memory: NodeMemory, ids: string[]): void {
	const added = ids.filter((id) => !memory.delivered.has(id));
	for (const id of added) {
		memory.delivered.add(id);
		memory.newest.add(id);
		memory.failed.delete(id);
	}
	keepNewest(memory.delivered, KEPT_PER_NODE);
	keepNewest(memory.newest, STORED_PER_NODE);
}

function forget(memory: NodeMemory, ids: string[]): void {
	for (const id of ids) {
		memory.delivered.delete(id);
		memory.newest.delete(id);
		memory.failed.add(id);
	}
	keepNewest(memory.failed, KEPT_PER_NODE);
}

function memoryOf(node: string): NodeMemory {
	const memory: NodeMemory = memories.get(node) ?? {
		underway: new Map(),
		delivered: new Set(),
		newest: new Set(),
		failed: new Set(),
		repeats: 0,
	};
	memories.set(node, memory);
	return memory;
}

function forgetStuck({ underway }: NodeMemory): void {
	for (const [id, { since }] of underway) {
		if (Date.now() - since > STORING_LIMIT_MS) underway.delete(id);
	}
}

/** A Set keeps the order in which ids came: the first ones are the oldest. */
function keepNewest(ids: Set<string>, most: number): void {
	for (const id of ids) {
		if (ids.size <= most) return;
		ids.delete(id);
	}
}

/** 72 bits are enough to tell ids apart and keep the static data small. */
const shortened = (id: string) => createHash('sha256').update(id).digest('base64url').slice(0, 12);

/**
 * One text and not a list: n8n wraps each value of static data in a proxy, for every delivery.
 * All ids are of one length and hold no blank, so that the text can be searched for one as it is.
 */
const readStored = ({ seen }: IDataObject): string => (typeof seen === 'string' ? seen : '');

const readRepeats = ({ repeats }: IDataObject): number =>
	typeof repeats === 'number' && Number.isSafeInteger(repeats) && repeats > 0 ? repeats : 0;
