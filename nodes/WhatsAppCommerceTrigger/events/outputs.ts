import { NodeConnectionTypes } from 'n8n-workflow';

import type { EventName } from './event';

/** One output for everything, or one for each chosen event. */
export type OutputChoice = 'single' | 'perEvent';

/** What the editor calls each event, in the list of events and at its output. */
const EVENT_LABELS: Record<EventName, string> = {
	textMessage: 'Customer Message',
	messageFailed: 'Message Failed',
	order: 'Order',
	productQuestion: 'Product Question',
	systemMessage: 'System Message',
	unrecognized: 'Unrecognized',
};

/**
 * The chosen events in the order in which the builder chose them, so that adding one moves no other
 * output; names that are none are left out.
 */
export function chosenEvents(events: unknown): EventName[] {
	const chosen = [...new Set([events].flat())];
	return chosen.filter((event): event is EventName =>
		Object.keys(EVENT_LABELS).includes(`${event}`),
	);
}

/** The events by output. What cannot be read has the last one, unless the builder chose it earlier. */
export function outputsOf(events: unknown): EventName[] {
	return [...new Set([...chosenEvents(events), 'unrecognized' as const])];
}

/**
 * The same for the editor, which evaluates it as an expression: the function may use nothing but
 * what it is given.
 */
const editorOutputs = (
	parameters: { outputs?: string; events?: unknown },
	labels: Record<string, string>,
	type: string,
) => {
	if (parameters.outputs !== 'perEvent') return [{ type }];
	const names = Object.keys(labels);
	const chosen = [parameters.events, 'unrecognized'].flat() as string[];
	const events = chosen.filter(
		(event, at) => names.includes(event) && chosen.indexOf(event) === at,
	);
	return events.map((event) => ({ type, displayName: labels[event] }));
};

/** For the node's description. */
export const OUTPUTS_EXPRESSION =
	`={{ (${editorOutputs})($parameter, ${JSON.stringify(EVENT_LABELS)}, "${NodeConnectionTypes.Main}") }}` as const;

/** The chosen events in words, for the node on the canvas. */
export const SUBTITLE_EXPRESSION = `={{ [$parameter.events].flat().map((event) => (${JSON.stringify(EVENT_LABELS)})[event] ?? event).join(", ") }}`;
