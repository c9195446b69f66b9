import type { SendReport } from '../../../shared/graph/sending/sender';
import type { Job, MessageOutcome } from '../../../shared/graph/sending/outcome';
import type { Draft } from '../../../shared/payload/messages/envelope';
import type { Attempt } from '../attempt';

/** One message of a run and what became of it. */
export interface Result<Outcome = MessageOutcome> {
	item: number;
	/** Which of its parts it is, from 0. */
	index: number;
	parts: number;
	outcome: Outcome;
}

/** The messages of a run, sorted by what became of them. */
export interface Results {
	total: number;
	accepted: Array<Result<Extract<MessageOutcome, { status: 'accepted' }>>>;
	ambiguous: Array<Result<Extract<MessageOutcome, { status: 'ambiguous' }>>>;
	refused: Array<Result<Extract<MessageOutcome, { status: 'refused' }>>>;
	unsent: Array<Result<Extract<MessageOutcome, { status: 'unsent' }>>>;
}

export function resultsOf(sendings: Sending[], { outcomes }: SendReport): Results {
	const results: Results = { total: 0, accepted: [], ambiguous: [], refused: [], unsent: [] };
	for (const [place, { job }] of sendings.entries()) {
		const outcome = outcomes[place];
		if (!Array.isArray(outcome)) continue;
		for (const [index, one] of outcome.entries()) {
			results.total++;
			const result = { item: job.item, index, parts: outcome.length };
			if (one.status === 'accepted') results.accepted.push({ ...result, outcome: one });
			else if (one.status === 'ambiguous') results.ambiguous.push({ ...result, outcome: one });
			else if (one.status === 'refused') results.refused.push({ ...result, outcome: one });
			else results.unsent.push({ ...result, outcome: one });
		}
	}
	return results;
}

/** An attempt whose messages are on their way. */
export interface Sending {
	attempt: Attempt & { draft: Draft };
	job: Job;
}
