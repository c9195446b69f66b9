import type { Refusal } from '../../shared/graph/answer';
import { isRefusedAs } from '../../shared/graph/refusals/codes';
import { guidanceFor } from '../../shared/graph/refusals/guidance';

/** The URL does not answer the handshake, or not with this token. */
export const hasNoHandshake = (refusal: Refusal): boolean =>
	isRefusedAs(refusal, 'callbackUnverified');

/** Whether the same call may succeed in a moment. A busy n8n may miss the handshake of its own live URL, too. */
export const mayPass = (refusal: Refusal): boolean =>
	hasNoHandshake(refusal) ||
	['temporarily-unavailable', 'rate-limited'].includes(guidanceFor(refusal).failure?.cause ?? '');

/** Whether Meta has answered, and would answer the same again. */
export const isFinal = (refusal: Refusal): boolean =>
	refusal.kind === 'refused' && !mayPass(refusal);
