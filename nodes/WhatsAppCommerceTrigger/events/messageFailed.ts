import { guidanceFor } from '../../shared/graph/refusals/guidance';
import { readFailedStatus, type FailedStatus } from '../../shared/payload/webhooks/failedStatus';
import { DELIVERY } from '../../shared/payload/webhooks/statusSubject';
import type { EventReader } from './event';

/** Meta could not deliver a message that it had accepted. */
export const messageFailed: EventReader = (part) => {
	if (part.kind !== 'status' || part.subject !== DELIVERY || part.status !== 'failed')
		return undefined;
	const failed = readFailedStatus(part);
	const { what, todo } = guidanceOf(failed);
	return { event: 'messageFailed', whatHappened: what, whatToDo: todo, ...failed };
};

/** In the words in which a refused send is explained. */
function guidanceOf({ code, title, details }: FailedStatus) {
	if (code === null) {
		return {
			what: 'Meta could not deliver the message',
			todo: 'Meta gave no code. Look in WhatsApp Manager, which may name the reason.',
		};
	}
	return guidanceFor({
		kind: 'refused',
		httpStatus: 200,
		code,
		message: title ?? '',
		details,
		traceId: null,
	});
}
