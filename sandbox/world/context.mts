import type { Background } from './background.mts';
import type { Changes } from './changes.mts';
import type { State } from './state.mts';

/** What holds for every handshake and delivery. */
export interface Outgoing {
	timeoutMs: number;
	/** Ends what is under way when the sandbox closes. */
	closing: AbortSignal;
}

/** What every route works on. A reset replaces `state` as a whole, so that work begun before it cannot write into the new one. */
export interface Context {
	state: State;
	readonly background: Background;
	readonly changes: Changes;
	readonly outgoing: Outgoing;
	/** Whether a fresh state sends status webhooks. */
	readonly statusWebhooks: boolean;
}
