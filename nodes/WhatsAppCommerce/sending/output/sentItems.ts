import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { guidanceFor } from '../../../shared/graph/refusals/guidance';
import type { JobOutcome, MessageOutcome, SkipReason } from '../../../shared/graph/sending/outcome';
import type { OutgoingMessage } from '../../../shared/payload/messages/envelope';
import { failedItem, pairedWith } from '../../items/failure';
import type { Run } from '../../items/run';
import type { Part, Seen, SendTask } from '../task';
import { messageItem } from './messageItem';
import { partFailure } from './partFailure';
import type { SentTask } from './results';

const SKIPPED: Record<SkipReason, string> = {
	acceptedBefore: 'Meta accepted a message with this key in an earlier run.',
	unansweredBefore:
		'A message with this key left in an earlier run and no answer is known: it may have been sent.',
	sameKey: 'An earlier item of this run has the same key.',
};

/**
 * The items of one task: one for each message that may have been sent, one with the reason where a
 * message was certainly not sent, or one for a task that its key keeps from being sent again.
 */
export function itemsOf(
	run: Run,
	sent: SentTask,
	outcome: JobOutcome,
	seen?: Seen,
): INodeExecutionData[] {
	const { items: own } = sent.task;
	const pairedItem = pairedWith(own);
	if (!Array.isArray(outcome)) return [{ json: skippedJson(sent, outcome.skipped), pairedItem }];
	const items: INodeExecutionData[] = [];
	const { messages } = sent.job;
	for (const [index, message] of messages.entries()) {
		const one = outcome[index];
		if (!one) break;
		const part = { index, parts: messages.length };
		if (one.status === 'accepted' || one.status === 'ambiguous') {
			items.push({ json: messageJson(sent.task, message, part, one), pairedItem });
			continue;
		}
		const known = { message, seen: seen?.get(message) ?? [] };
		const failure = partFailure(run, one, own[0], { ...part, ...known });
		// The item of an unanswered part already names the parts after it.
		if (one.status === 'refused' || one.reason !== 'earlierPart') {
			items.push(failedItem(run, failure, own));
		}
		break;
	}
	return items;
}

function messageJson(
	task: SendTask,
	message: OutgoingMessage,
	part: Part,
	outcome: Extract<MessageOutcome, { status: 'accepted' | 'ambiguous' }>,
): IDataObject {
	const sent =
		outcome.status === 'accepted' ? outcome.sent : { messageId: null, phone: null, userId: null };
	return {
		...messageItem(task, message, part, { status: outcome.status, ...sent }),
		...(outcome.status === 'ambiguous' && {
			reason: ambiguousReason(outcome.refusal, part.parts - part.index - 1),
			code: outcome.refusal.code,
		}),
	};
}

function ambiguousReason(refusal: Parameters<typeof guidanceFor>[0], behind: number): string {
	const { what, todo } = guidanceFor(refusal);
	const rest = behind === 0 ? '' : ` ${behind} more of its parts were not sent.`;
	return `${what}. ${todo}${rest}`;
}

function skippedJson({ task, job }: SentTask, reason: SkipReason): IDataObject {
	const { draft, recipient, leftOut, matched, key } = task;
	return {
		messageId: null,
		status: 'skipped',
		recipient: { input: recipient, phone: null, userId: null },
		catalogId: draft.catalogId,
		products: job.messages.flatMap(({ products }) => products),
		dropped: [...draft.dropped, ...leftOut].map((one) => ({ ...one })),
		matched: matched.map((one) => ({ ...one })),
		part: 1,
		parts: job.messages.length,
		trackingData: draft.trackingData,
		key,
		reason: SKIPPED[reason],
	};
}
