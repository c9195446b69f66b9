import type { IDataObject } from 'n8n-workflow';

import { LIMITS } from '../../shared/payload/limits';
import type { OutgoingMessage } from '../../shared/payload/messages/envelope';
import { standIn, type StandIn } from '../../shared/payload/messages/templateMessage';
import { preview, textLike } from '../../shared/payload/values/text';
import { readTime } from '../../shared/payload/values/time';
import { readApproved } from '../fields/approvedTemplate';
import { lineBreaks } from '../fields/options/lineBreaks';
import {
	fallbackTemplate,
	fallbackVariables,
	lastMessageAt,
} from '../fields/options/windowFallback';
import { locatorValue } from '../fields/reading/locator';
import type { Run } from '../items/run';

/** What is sent instead of a message when the 24-hour window is closed. */
export interface WindowFallback extends StandIn {
	/** Whether the window is known to be closed already. */
	isDue: boolean;
}

/**
 * Reads the fallback of an item's message, if the builder chose a template for it.
 *
 * @param fields the fields of the message, of which it takes sender, recipient and catalog
 * @throws InputProblems when the template or its variables do not fit
 */
export async function readWindowFallback(
	run: Run,
	item: number,
	fields: Record<string, unknown>,
): Promise<WindowFallback | undefined> {
	const options = run.options(item);
	const label = fallbackTemplate.displayName;
	const given = textLike(locatorValue(options[fallbackTemplate.name]));
	if (given === '') return undefined;
	const template = await readApproved(run, item, label, given);
	if (template.kind === 'carousel' && run.given('operation', item) !== CAROUSEL) {
		const sentence = `${label} is a carousel, which can stand in only for a carousel. Choose a multi-product template.`;
		throw run.problem(label, sentence, item);
	}
	const filled = {
		...fields,
		fallbackVariables: variablesIn(options[fallbackVariables.name]),
		urlSuffix: '{sku}',
	};
	const isDue = isTooOld(run, item, options[lastMessageAt.name]);
	const lines = lineBreaks.read(run, item) ?? 'fold';
	return { ...run.valid(standIn(template, lines), filled, item), isDue };
}

const CAROUSEL = 'sendProductCarousel';

function variablesIn(rows: unknown): Record<string, unknown> {
	const { variable = [] } = (rows ?? {}) as { variable?: IDataObject[] };
	return Object.fromEntries(variable.map(({ name, value }) => [String(name).trim(), value]));
}

function isTooOld(run: Run, item: number, given: unknown): boolean {
	if (given === undefined || given === null || given === '') return false;
	const at = readTime(given);
	if (at === null) {
		const label = lastMessageAt.displayName;
		const sentence = `${label} is "${preview(String(given))}", which is not a time. Give one such as 2026-11-21T10:00:00Z.`;
		throw run.problem(label, sentence, item);
	}
	return Date.now() - at > LIMITS.windowHours * 3_600_000;
}

/** The messages with their fallbacks, or the fallbacks themselves where they are due. */
export const withFallback = (
	messages: OutgoingMessage[],
	fallback: WindowFallback | undefined,
): OutgoingMessage[] =>
	messages.map((message) => {
		if (!fallback) return message;
		const instead = fallback.messageFor(message);
		return fallback.isDue
			? { ...instead, standsInFor: 'lastMessageTooOld' }
			: { ...message, fallback: { ...instead, standsInFor: 'windowClosed' } };
	});
