import type { Run } from '../../items/run';
import type { Results } from './results';

/** Message ids in one line of the log. */
const IDS_PER_LINE = 200;

/** Shows beside the output, in the editor, what the items alone do not tell. */
export function hintAtRun(
	run: Run,
	{ total, ambiguous }: Results,
	delayed: number,
	isRecordOpen: boolean,
): void {
	const hints: string[] = [];
	if (ambiguous.length > 0) {
		hints.push(
			`${ambiguous.length} of ${total} messages got no answer from Meta and may have been sent. They have the status "ambiguous".`,
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
