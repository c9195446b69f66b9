import type { Job, MessageOutcome } from '../../../shared/graph/sending/outcome';
import type { SendReport } from '../../../shared/graph/sending/sender';
import type { OutgoingMessage } from '../../../shared/payload/messages/envelope';
import type { Part, Seen, SendTask } from '../task';

/** One message of a run and its outcome. */
interface MessageResult<Outcome = MessageOutcome> extends Part {
	item: number;
	message: OutgoingMessage;
	outcome: Outcome;
	/** What the catalog says about it where Meta refused it, as sentences. */
	seen: readonly string[];
}

/** The messages of a run, sorted by their outcome. */
export interface Results {
	total: number;
	accepted: Array<MessageResult<Extract<MessageOutcome, { status: 'accepted' }>>>;
	ambiguous: Array<MessageResult<Extract<MessageOutcome, { status: 'ambiguous' }>>>;
	refused: Array<MessageResult<Extract<MessageOutcome, { status: 'refused' }>>>;
	unsent: Array<MessageResult<Extract<MessageOutcome, { status: 'unsent' }>>>;
}

export function resultsOf(sent: SentTask[], { outcomes }: SendReport, seen?: Seen): Results {
	const results: Results = { total: 0, accepted: [], ambiguous: [], refused: [], unsent: [] };
	for (const [place, { job }] of sent.entries()) {
		const outcome = outcomes[place];
		if (!Array.isArray(outcome)) continue;
		for (const [index, one] of outcome.entries()) {
			results.total++;
			const message = job.messages[index] ?? job.messages[0];
			const result = {
				item: job.item,
				message,
				seen: seen?.get(message) ?? [],
				index,
				parts: outcome.length,
			};
			if (one.status === 'accepted') results.accepted.push({ ...result, outcome: one });
			else if (one.status === 'ambiguous') results.ambiguous.push({ ...result, outcome: one });
			else if (one.status === 'refused') results.refused.push({ ...result, outcome: one });
			else results.unsent.push({ ...result, outcome: one });
		}
	}
	return results;
}

/** A task whose messages have left. */
export interface SentTask {
	task: SendTask;
	job: Job;
}
