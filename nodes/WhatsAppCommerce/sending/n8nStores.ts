import type { IExecuteFunctions } from 'n8n-workflow';

import type { EntryStore } from '../../shared/graph/sending/sentKeys';
import { RetryMemory } from '../../shared/graph/sending/retryMemory';

/** More entries than these make n8n forget the oldest: each key has one. */
const OPTIONS = { mode: 'entries', maxEntries: 100_000 } as const;

/** n8n's own record of processed values, kept for this node in n8n's database. */
export function processedEntries(this: IExecuteFunctions): EntryStore {
	const { helpers } = this;
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
 * What this run of the node has sent already, where n8n may try it again. The run index belongs to it:
 * in a loop the same item is to be sent in each round.
 */
export function memoryOf(this: IExecuteFunctions): RetryMemory | undefined {
	const { id, retryOnFail } = this.getNode();
	const execution = this.getExecutionId();
	if (retryOnFail !== true || !execution) return undefined;
	const runIndex = this.evaluateExpression('{{ $runIndex }}', 0);
	return new RetryMemory(`${this.getWorkflow().id} ${execution} ${id} ${String(runIndex)}`);
}
