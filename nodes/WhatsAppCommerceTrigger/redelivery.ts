import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

/**
 * Guard against re-delivery: Meta delivers at least once, and retries for up to 7 days (facts 2.7).
 *
 * Two memories work together. The workflow's static data survives a restart, but two deliveries at
 * the same moment both read it before either writes. The memory of this process closes that gap and
 * puts back what one of the two overwrote. A message counts as delivered only once its run is stored
 * and answered with 200; until then a second delivery of it waits for the outcome of the first.
 */

/** Message ids kept per node in static data, which n8n rewrites as a whole on each delivery. */
const KEPT_PER_NODE = 1_000;

interface NodeMemory {
	/** Ids whose run is being stored right now, with the end of that request. */
	underway: Map<string, Promise<void>>;
	/** Ids whose run is stored, oldest first. */
	delivered: Set<string>;
}

const memories = new Map<string, NodeMemory>();

/** What is new in a delivery, and how to settle it. */
export interface Claim {
	/** Ids of messages that no earlier delivery brought. */
	fresh: Set<string>;
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
	for (;;) {
		const stored = new Set(readStored(staticData));
		const open = [...ids.keys()].filter((id) => !stored.has(id) && !memory.delivered.has(id));
		const others = open.flatMap((id) => memory.underway.get(id) ?? []);
		if (others.length === 0) return take(memory, open, ids, staticData);
		// Wait before claiming anything, so that two deliveries can never wait for each other. Every
		// wait ends: a request is over at the latest when Meta hangs up.
		await Promise.all(others);
	}
}

function take(
	memory: NodeMemory,
	open: string[],
	ids: Map<string, string>,
	staticData: IDataObject,
): Claim {
	let end: () => void = () => {};
	const ended = new Promise<void>((resolve) => (end = resolve));
	for (const id of open) memory.underway.set(id, ended);
	// n8n saves static data only when the run is stored, so a failed one is forgotten by itself.
	staticData.seen = newest([...readStored(staticData), ...memory.delivered, ...open]);
	return {
		fresh: new Set(open.map((id) => ids.get(id) as string)),
		settle(stored) {
			for (const id of open) {
				memory.underway.delete(id);
				if (stored) memory.delivered.add(id);
			}
			memory.delivered = new Set(newest([...memory.delivered]));
			end();
		},
	};
}

function memoryOf(node: string): NodeMemory {
	const memory = memories.get(node) ?? { underway: new Map(), delivered: new Set() };
	memories.set(node, memory);
	return memory;
}

/** 72 bits are enough to tell ids apart and keep the static data small. */
const shortened = (id: string) => createHash('sha256').update(id).digest('base64url').slice(0, 12);

const readStored = (staticData: IDataObject): string[] =>
	Array.isArray(staticData.seen) ? (staticData.seen as string[]) : [];

const newest = (ids: string[]): string[] => [...new Set(ids)].slice(-KEPT_PER_NODE);
