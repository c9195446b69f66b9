import type { IExecuteFunctions } from 'n8n-workflow';

import type { Graph } from '../../shared/graph/connection';

/** Shows each message as a warning in the output panel of the editor. */
export function warnBesideOutput(this: IExecuteFunctions, messages: Iterable<string>): void {
	for (const message of messages) {
		this.addExecutionHints({ message, location: 'outputPane', type: 'warning' });
	}
}

/** Hints of a run. A thousand items would otherwise fill the output panel with the same words. */
const HINTS = 5;

/** Hints that each run has shown: a run has a Graph of its own. */
const shown = new WeakMap<Graph, Set<string>>();

/** Warns beside the output, with each message once and only with the first few of a run. */
export function hintOnce(this: IExecuteFunctions, graph: Graph, message: string): void {
	const known = shown.get(graph) ?? new Set();
	shown.set(graph, known);
	if (known.has(message) || known.size >= HINTS) return;
	known.add(message);
	this.addExecutionHints({ message, location: 'outputPane', type: 'warning' });
}
