import type { IDataObject } from 'n8n-workflow';

import type { NodeFailure } from '../../items/failure';
import type { Run } from '../../items/run';
import { partFailure } from './partFailure';
import type { Results } from './results';

/** Other reasons that a failure names beside its own. */
const MORE_REASONS = 3;

/**
 * Why the run as a whole has failed, where it stops at a failure: a message was certainly not sent, or
 * no message was answered. It says how many messages Meta has accepted, and has their ids in its
 * details, since n8n discards the output of such a run.
 */
export function runFailure(run: Run, results: Results): NodeFailure | undefined {
	const [first, ...others] = failuresOf(run, results);
	if (!first) return undefined;
	const isSilent = results.accepted.length === 0;
	if (!isSilent && results.refused.length + results.unsent.length === 0) return undefined;
	if (results.total === 1) return first;
	first.description = [
		first.description,
		counts(results),
		also(first, others),
		results.accepted.length + results.ambiguous.length > 0 ? REPEATING : '',
	]
		.filter(Boolean)
		.join('\n');
	first.context.data = {
		...(first.context.data as IDataObject),
		accepted: results.accepted.map(({ item, outcome }) => ({
			item,
			messageId: outcome.sent.messageId,
		})),
		ambiguous: results.ambiguous.map(({ item }) => ({ item })),
	};
	return first;
}

const REPEATING =
	'A new run sends the accepted ones again unless Send Once Per Key is set; Retry On Fail does not. Their message IDs are in the details. To send the others although one is refused, set On Error to Continue.';

/** Everything that went wrong, refusals first. */
function failuresOf(run: Run, { refused, unsent, ambiguous }: Results): NodeFailure[] {
	const own = unsent.filter(({ outcome }) => outcome.reason !== 'earlierPart');
	return [
		...[...refused, ...own].map(({ outcome, item, ...part }) =>
			partFailure(run, outcome, item, part),
		),
		...ambiguous.map(({ outcome, item }) => run.refused(outcome.refusal, item)),
	];
}

const counts = ({ total, accepted, refused, ambiguous, unsent }: Results): string =>
	`Of ${total} messages Meta accepted ${accepted.length} and refused ${refused.length}; ${ambiguous.length} got no answer, and ${unsent.length} were not sent.`;

/** Reasons that differ from the first one, each once. */
function also(first: NodeFailure, others: NodeFailure[]): string {
	const said = new Set([withoutItem(first)]);
	const reasons = others.filter((one) => {
		const isNew = !said.has(withoutItem(one));
		said.add(withoutItem(one));
		return isNew;
	});
	if (reasons.length === 0) return '';
	return `Also: ${reasons
		.slice(0, MORE_REASONS)
		.map(({ message }) => message)
		.join('; ')}.`;
}

const withoutItem = ({ message }: NodeFailure): string => message.replace(/ \[item \d+\]$/, '');
