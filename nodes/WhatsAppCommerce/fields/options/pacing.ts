import { type IDataObject, type INodeProperties, NodeOperationError } from 'n8n-workflow';

import { THROUGHPUT } from '../../../shared/graph/account/throughput';
import type { Run } from '../../items/run';

/** Most minutes of sending when the builder names none. */
const DEFAULT_MINUTES = 30;

/** How the messages of a run are sent, all of them together. */
export const PACING_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Maximum Time',
		name: 'maximumMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 30,
		description:
			'Minutes after which no further message is started. What is left then was surely not sent, and is reported.',
	},
	{
		displayName: 'Messages per Second',
		name: 'messagesPerSecond',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1000 },
		default: 80,
		description:
			'Most messages a second from the sending number. Meta allows 80, 20 when the number is also used in the WhatsApp Business app, and up to 1,000 for numbers with high throughput.',
	},
	{
		displayName: 'Send Once Per Key',
		name: 'sendOnceKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. campaign-7/{{ $json.phone }}',
		description:
			'A text that stands for the message, for instance campaign and recipient. Once Meta has accepted a message with this key, this node skips it in all later runs.',
	},
	{
		displayName: 'Unanswered Messages',
		name: 'unansweredMessages',
		type: 'options',
		default: 'report',
		description: 'What to do when no answer comes after a message has left for Meta',
		options: [
			{
				name: 'Report',
				value: 'report',
				description: 'Give it the status ambiguous: it may have been sent, so it is not sent again',
			},
			{
				name: 'Send Again',
				value: 'sendAgain',
				description: 'Rather a second copy than none',
			},
		],
	},
	{
		displayName: "Use Number's Own Throughput",
		name: 'ownThroughput',
		type: 'boolean',
		default: false,
		description:
			'Whether to ask Meta, once an hour, how many messages a second the sending number may send. Messages per Second, if it is set, stays the upper limit.',
	},
];

/** What the builder chose for the sending of a run. */
export interface Pacing {
	/** Undefined when it is not set. */
	messagesPerSecond: number | undefined;
	ownThroughput: boolean;
	maxMs: number;
	resendUnanswered: boolean;
}

/**
 * Reads how to send, from the item that stands for the others.
 *
 * @throws NodeOperationError when a number is out of its range
 */
export function readPacing(run: Run, item: number): Pacing {
	const options = run.options(item);
	const number = (name: string, label: string, min: number, max: number) => {
		if (options[name] === undefined || options[name] === '') return undefined;
		const value = Number(options[name]);
		if (value >= min && value <= max) return value;
		throw new NodeOperationError(run.node, `${label} must be changed [item ${item}]`, {
			itemIndex: item,
			description: `${label} must be from ${min} to ${max}. Nothing was sent.`,
		});
	};
	const perSecond = number('messagesPerSecond', 'Messages per Second', 1, THROUGHPUT.high);
	const minutes = number('maximumMinutes', 'Maximum Time', 0.01, 60 * 24 * 7);
	return {
		messagesPerSecond: perSecond,
		ownThroughput: options.ownThroughput === true,
		maxMs: (minutes ?? DEFAULT_MINUTES) * 60_000,
		resendUnanswered: options.unansweredMessages === 'sendAgain',
	};
}

/**
 * The key of an item, or nothing when the builder gives none.
 *
 * @throws NodeOperationError when the option is there and the item has nothing in it
 */
export function readSendOnceKey(run: Run, item: number): string {
	const given = run.n8n.getNodeParameter(
		'options',
		item,
		{},
		{ rawExpressions: true },
	) as IDataObject;
	if (given.sendOnceKey === undefined || given.sendOnceKey === '') return '';
	const value = run.options(item).sendOnceKey;
	const key = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	if (key !== '') return key;
	throw new NodeOperationError(run.node, `Send Once Per Key must be changed [item ${item}]`, {
		itemIndex: item,
		description:
			'Send Once Per Key has no text for this item, so nothing tells whether it was sent before. Nothing was sent for this item.',
	});
}
