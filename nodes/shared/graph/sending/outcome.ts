import type { OutgoingMessage } from '../../payload/messages/envelope';
import type { Refusal } from '../answer';
import type { SentMessage } from './sendMessage';

/** Why a message was not even tried. Whoever repeats it repeats nothing. */
export type UnsentReason =
	/** An earlier part of the same list did not go out: this one would arrive without it. */
	| 'earlierPart'
	/** The run's time was up. */
	| 'timeUp'
	/** The run was stopped in n8n. */
	| 'stopped'
	/** Another message was refused, and the builder wants to stop at that. */
	| 'endedEarly'
	/** Many messages in a row got no answer. */
	| 'noAnswers'
	/** It could not be written down that its key is about to be used. */
	| 'noRecord';

/** Why a message is kept back on purpose: its key says that it went out in an earlier run. */
export type SkipReason =
	/** It was accepted then. */
	| 'acceptedBefore'
	/** It was sent then, and no answer came or the process ended. */
	| 'unansweredBefore'
	/** An earlier item of the same run has the same key. */
	| 'sameKey';

/** What became of one message. */
export type MessageOutcome =
	| { status: 'accepted'; sent: SentMessage }
	/** Surely not sent. */
	| { status: 'refused'; refusal: Refusal }
	/** No answer came, or none of Meta's: it may have been sent or not. */
	| { status: 'ambiguous'; refusal: Refusal }
	| { status: 'unsent'; reason: UnsentReason };

/** What one input makes: its messages in order, at least one, all from one number to one recipient. */
export interface Job {
	/** Tells the jobs of a run apart, and is the same when the run is tried again. */
	item: number;
	messages: OutgoingMessage[];
	/** Stands for it over all runs; empty where the builder gave none. */
	key: string;
}

/** What became of a job: each of its messages, or why none was tried. */
export type JobOutcome = MessageOutcome[] | { skipped: SkipReason };

/** To whom a message goes. Facts 1.1: where both are given, the number counts. */
export const recipientOf = ({ body }: OutgoingMessage): string => String(body.to ?? body.recipient);
