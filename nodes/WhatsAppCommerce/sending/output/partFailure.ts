import { type IDataObject, NodeOperationError } from 'n8n-workflow';

import { messageGuidance } from '../../../shared/graph/refusals/messageGuidance';
import type { MessageOutcome, UnsentReason } from '../../../shared/graph/sending/outcome';
import type { OutgoingMessage } from '../../../shared/payload/messages/envelope';
import type { NodeFailure } from '../../items/failure';
import type { Run } from '../../items/run';
import type { Part } from '../task';

const UNSENT: Record<UnsentReason, { what: string; todo: string }> = {
	earlierPart: {
		what: 'An earlier part of this list did not go out',
		todo: 'Send the list again.',
	},
	timeUp: {
		what: 'The time for sending was up',
		todo: 'Send the rest in another run, or raise Maximum Time.',
	},
	stopped: {
		what: 'The run was stopped before this message',
		todo: 'Send it in another run.',
	},
	endedEarly: {
		what: 'The run ended before this message',
		todo: 'Send it in another run.',
	},
	noAnswers: {
		what: 'The Graph API has stopped answering',
		todo: 'Check the network of n8n, then send the rest in another run.',
	},
	noRecord: {
		what: 'The record of sent keys cannot be written',
		todo: 'Send Once Per Key needs it. Save the workflow, and check the database of n8n.',
	},
};

/** A message that did not go out, and what is known about it. */
interface UnsentPart extends Part {
	message: OutgoingMessage;
	/** What the catalog says about it, as sentences. */
	seen: readonly string[];
}

/** Why a message was certainly not sent, as the failure of its item. */
export function partFailure(
	run: Run,
	outcome: Extract<MessageOutcome, { status: 'refused' | 'unsent' }>,
	item: number,
	{ index, parts, message, seen }: UnsentPart,
): NodeFailure {
	const failure =
		outcome.status === 'refused'
			? run.refused(outcome.refusal, item, messageGuidance(outcome.refusal, message, seen))
			: unsentError(run, outcome.reason, item);
	if (parts > 1) {
		// The parts before it have items of their own.
		failure.context.data = { ...(failure.context.data as IDataObject), part: index + 1, parts };
	}
	return failure;
}

/** The same for a message that was never tried. */
export function unsentError(run: Run, reason: UnsentReason, item: number): NodeFailure {
	const { what, todo } = UNSENT[reason];
	return new NodeOperationError(run.node, `${what} [item ${item}]`, {
		itemIndex: item,
		description: `Nothing was sent for this item. ${todo}`,
	});
}
