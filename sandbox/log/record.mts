import type { Context } from '../world/context.mts';
import type { LogEntry } from '../world/records.mts';
import type { State } from '../world/state.mts';
import { newLogId } from './ids.mts';
import { webhookSummary } from './webhookSummary.mts';

/** `state` is the one in which the work began; after a reset the entry is discarded with it. */
export function record({ changes }: Context, state: State, entry: Omit<LogEntry, 'id'>): void {
	state.log.add({ id: newLogId(), ...entry });
	changes.tell('log');
}

/** No webhook was sent. Meta would not report that anywhere; here a builder who waits for one finds the reason. */
export function recordSilence(context: Context, payload: object, reason: string): void {
	record(context, context.state, {
		at: new Date().toISOString(),
		direction: 'out',
		method: 'POST',
		url: '',
		status: null,
		ms: 0,
		summary: webhookSummary(payload),
		reason: `No webhook was sent. ${reason}`,
		request: { body: payload },
		response: null,
	});
}
