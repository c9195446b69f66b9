import type { PhoneInstead } from '../../../shared/graph/sending/sendMessage';
import type { Run } from '../../items/run';
import type { Results } from './results';

/** Message ids in one line of the log. */
const IDS_PER_LINE = 200;

const PHONE_INSTEAD: Record<PhoneInstead, string> = {
	notOnTestList: 'A test number knows its recipients by their phone numbers only (131030).',
	userIdUnsupported: 'Meta does not take this kind of message to a user ID (131062).',
};

/** Shows beside the output, in the editor, what the items alone do not tell. */
export function hintAtRun(
	run: Run,
	{ total, accepted, ambiguous }: Results,
	delayed: number,
	isRecordOpen: boolean,
): void {
	const hints: string[] = [];
	if (ambiguous.length > 0) {
		hints.push(
			`${ambiguous.length} of ${total} messages got no answer from Meta and may have been sent. They have the status "ambiguous".`,
		);
	}
	const reasons = new Set(accepted.flatMap(({ outcome }) => outcome.sent.phoneInstead ?? []));
	for (const reason of reasons) {
		const count = accepted.filter(({ outcome }) => outcome.sent.phoneInstead === reason).length;
		hints.push(
			`${count} of ${total} messages went to the phone number of the customer and not to the user ID. ${PHONE_INSTEAD[reason]}`,
		);
	}
	if (delayed > 0) {
		hints.push(`Meta's limits held messages back ${delayed} times; they were tried again later.`);
	}
	if (isRecordOpen) {
		hints.push(
			'The record of sent keys could not be completed: a later run skips these keys as unanswered.',
		);
	}
	run.warn(hints);
}

/**
 * n8n does not keep the output of a run that ends early, so its log gets what Meta accepted. The ids
 * are in the text of a line, since the log shows nothing else at its usual level.
 */
export function logAccepted(run: Run, { accepted }: Results): void {
	const ids = accepted.map(({ item, outcome }) => `${item}: ${outcome.sent.messageId}`);
	for (let from = 0; from < ids.length; from += IDS_PER_LINE) {
		run.n8n.logger.warn(
			`Accepted by Meta before "${run.node.name}" ended early in execution ${run.n8n.getExecutionId()} (item: message ID): ${ids.slice(from, from + IDS_PER_LINE).join(', ')}`,
		);
	}
}
