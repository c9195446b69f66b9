import { RetryMemory } from '../../shared/graph/sending/retryMemory';
import type { EntryStore } from '../../shared/graph/sending/sentKeys';
import type { Run } from '../items/run';

/** More entries than these make n8n forget the oldest: each key has one. */
const OPTIONS = { mode: 'entries', maxEntries: 100_000 } as const;

/** n8n's own record of processed values, kept for this node in n8n's database. */
export function processedEntries(run: Run): EntryStore {
	const { helpers } = run.n8n;
	return {
		async checkAndAdd(entries) {
			const { processed } = await helpers.checkProcessedAndRecord(entries, 'node', OPTIONS);
			return { there: processed.map(String) };
		},
		async remove(entries) {
			await helpers.removeProcessed(entries, 'node', OPTIONS);
		},
	};
}

/**
 * What this run of the node has sent already, where n8n may try it again. The name has the run index:
 * in a loop the same item is sent in each round.
 */
export function memoryOf(run: Run): RetryMemory | undefined {
	const { id, retryOnFail } = run.node;
	const execution = run.n8n.getExecutionId();
	if (retryOnFail !== true || !execution) return undefined;
	const runIndex = run.n8n.evaluateExpression('{{ $runIndex }}', 0);
	return new RetryMemory(`${run.n8n.getWorkflow().id} ${execution} ${id} ${String(runIndex)}`);
}
