import type { Context } from '../world/context.mts';
import type { LogEntry } from '../world/records.mts';
import type { State } from '../world/state.mts';
import { newLogId } from './ids.mts';
import { webhookSummary } from './webhookSummary.mts';

/** `state` is the one the work began with: after a reset it is nobody's any more. */
export function record({ changes }: Context, state: State, entry: Omit<LogEntry, 'id'>): void {
	state.log.add({ id: newLogId(), ...entry });
	changes.tell('log');
}

/** Something happened that Meta would have told nobody about; a builder who waits for a webhook finds out why here. */
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
