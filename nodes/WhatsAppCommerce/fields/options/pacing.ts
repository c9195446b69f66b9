import { type IDataObject, type INodeProperties, NodeOperationError } from 'n8n-workflow';

import { THROUGHPUT } from '../../../shared/graph/account/throughput';
import { NOTHING_SENT } from '../../items/inputProblems';
import type { Run } from '../../items/run';

/** Minutes of sending when the builder sets no Maximum Time. */
const DEFAULT_MINUTES = 30;

const maximumMinutes: INodeProperties = {
	displayName: 'Maximum Time',
	name: 'maximumMinutes',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: DEFAULT_MINUTES,
	description:
		'Minutes after which no further message is started. What is left then was surely not sent, and is reported.',
};

const messagesPerSecond: INodeProperties = {
	displayName: 'Messages per Second',
	name: 'messagesPerSecond',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 1000 },
	default: 80,
	description:
		'Most messages a second from the sending number. Meta allows 80, 20 when the number is also used in the WhatsApp Business app, and up to 1,000 for numbers with high throughput.',
};

const sendOnceKey: INodeProperties = {
	displayName: 'Send Once Per Key',
	name: 'sendOnceKey',
	type: 'string',
	default: '',
	placeholder: 'e.g. campaign-7/{{ $json.phone }}',
	description:
		'A text that stands for the message, for instance campaign and recipient. Once Meta has accepted a message with this key, this node skips it in all later runs.',
};

/** Options for all messages of a run together. */
export const PACING_OPTIONS: INodeProperties[] = [
	maximumMinutes,
	messagesPerSecond,
	sendOnceKey,
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
 * Reads how to send, from the item whose options apply to the whole run.
 *
 * @throws NodeOperationError when a number is out of its range
 */
export function readPacing(run: Run, item: number): Pacing {
	const options = run.options(item);
	const number = ({ name, displayName: label }: INodeProperties, min: number, max: number) => {
		if (options[name] === undefined || options[name] === '') return undefined;
		const value = Number(options[name]);
		if (value >= min && value <= max) return value;
		throw new NodeOperationError(run.node, `${label} must be changed [item ${item}]`, {
			itemIndex: item,
			description: `${label} must be from ${min} to ${max}. Nothing was sent.`,
		});
	};
	const perSecond = number(messagesPerSecond, 1, THROUGHPUT.high);
	const minutes = number(maximumMinutes, 0.01, 60 * 24 * 7);
	return {
		messagesPerSecond: perSecond,
		ownThroughput: options.ownThroughput === true,
		maxMs: (minutes ?? DEFAULT_MINUTES) * 60_000,
		resendUnanswered: options.unansweredMessages === 'sendAgain',
	};
}

/**
 * The key of an item; empty when the builder gives none.
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
	const { name, displayName: label } = sendOnceKey;
	if (given[name] === undefined || given[name] === '') return '';
	const value = run.options(item)[name];
	const key = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	if (key !== '') return key;
	throw new NodeOperationError(run.node, `${label} must be changed [item ${item}]`, {
		itemIndex: item,
		description: `${label} has no text for this item, so nothing tells whether it was sent before. ${NOTHING_SENT}`,
	});
}
