import type { OutgoingMessage } from '../../payload/messages/envelope';
import type { Refusal } from '../answer';
import type { SentMessage } from './sendMessage';

/** Why a message was not even tried. Safe to send again. */
export type UnsentReason =
	/** An earlier part of the same list was not sent, and this one would arrive without it. */
	| 'earlierPart'
	/** The run's time was up. */
	| 'timeUp'
	/** The run was stopped in n8n. */
	| 'stopped'
	/** Another message was refused, and the builder wants the run to stop then. */
	| 'endedEarly'
	/** Many messages in a row got no answer. */
	| 'noAnswers'
	/** It could not be written down that its key is about to be used. */
	| 'noRecord';

/** Why a message is not sent on purpose: its key has been used. */
export type SkipReason =
	/** Meta accepted it in an earlier run. */
	| 'acceptedBefore'
	/** An earlier run sent it, and no answer came or the process ended. */
	| 'unansweredBefore'
	/** An earlier item of the same run has the same key. */
	| 'sameKey';

/** The result of one message. */
export type MessageOutcome =
	| { status: 'accepted'; sent: SentMessage }
	/** Certainly not sent. */
	| { status: 'refused'; refusal: Refusal }
	/** No answer of Meta's came: it may have been sent or not. */
	| { status: 'ambiguous'; refusal: Refusal }
	| { status: 'unsent'; reason: UnsentReason };

/** The messages of one input in order, at least one, all from one number to one recipient. */
export interface Job {
	/** Different for each job of a run, and the same when the run is tried again. */
	item: number;
	messages: readonly [OutgoingMessage, ...OutgoingMessage[]];
	/** Identifies the job over all runs; empty where the builder gave no key. */
	key: string;
	/** Other spellings of the key. */
	sameKeys?: readonly string[];
}

/** The result of a job: an outcome for each of its messages, or why none was tried. */
export type JobOutcome = MessageOutcome[] | { skipped: SkipReason };
