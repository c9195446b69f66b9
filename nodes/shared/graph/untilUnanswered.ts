import type { Refusal } from './answer';
import type { Graph } from './connection';
import { onceForEach } from './once';

/**
 * The same way to Graph until a call gets no answer: the calls after it are not made and end as that
 * one did. For many reads in a row, each of which would wait in vain. What is read in this way is
 * remembered apart from the rest of the run.
 */
export function untilUnanswered(graph: Graph): Graph {
	let silence: Refusal | undefined;
	const through =
		(make: Graph['call']): Graph['call'] =>
		async (call) => {
			if (silence) return { ok: false, refusal: silence };
			const answer = await make(call);
			if (!answer.ok && answer.refusal.kind === 'unanswered') silence = answer.refusal;
			return answer;
		};
	return {
		...graph,
		call: through(graph.call),
		callAsApp: through(graph.callAsApp),
		once: onceForEach(),
	};
}
