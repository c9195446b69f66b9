import type { IExecuteFunctions } from 'n8n-workflow';

/** Shows each message as a warning in the output panel of the editor. */
export function warnBesideOutput(this: IExecuteFunctions, messages: Iterable<string>): void {
	for (const message of messages) {
		this.addExecutionHints({ message, location: 'outputPane', type: 'warning' });
	}
}
