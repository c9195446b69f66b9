import type { INodeProperties } from 'n8n-workflow';

import { LABELS } from '../../../../shared/payload/labels';
import { LIMITS } from '../../../../shared/payload/limits';
import type { ReorderPick } from '../../../../shared/payload/reorder/pickProducts';
import { readTime } from '../../../../shared/payload/values/time';
import type { Run } from '../../../items/run';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Which products of the past orders are offered. */
export const pickFields: INodeProperties[] = [
	{
		displayName: 'Products to Offer',
		name: 'pick',
		type: 'options',
		default: 'mostRecent',
		description: 'Which products of the orders go into the message, best first',
		options: [
			{
				name: 'Last Order',
				value: 'lastOrder',
				description: 'What the customer had in the latest order, in its order',
			},
			{
				name: 'Most Often Bought',
				value: 'mostOften',
				description: 'What is in most orders comes first',
			},
			{
				name: 'Most Recently Bought',
				value: 'mostRecent',
				description: 'What was bought last comes first',
			},
		],
	},
	{
		displayName: 'Bought',
		name: 'period',
		type: 'options',
		default: 'any',
		description: 'Which orders count. With a period, orders without a readable time do not.',
		options: [
			{ name: 'At Any Time', value: 'any' },
			{ name: 'Since a Date', value: 'since' },
			{ name: 'Within the Last Days', value: 'days' },
		],
	},
	{
		displayName: 'Days',
		name: 'days',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 30,
		description: 'Days back from now, of 24 hours each',
		displayOptions: { show: { period: ['days'] } },
	},
	{
		displayName: 'Date',
		name: 'since',
		type: 'dateTime',
		required: true,
		default: '',
		description: 'Orders of this moment and later count',
		displayOptions: { show: { period: ['since'] } },
	},
	{
		displayName: 'Skip Customers Who Ordered Within (Days)',
		name: 'quietDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			'Customers whose latest order is younger get no message, whatever they may be offered, nor do those with an order whose time cannot be read. 0 skips nobody.',
	},
	{
		displayName: LABELS.maxProducts,
		name: 'maxProducts',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: LIMITS.products },
		default: 10,
		description: `How many products to offer at most. One message holds up to ${LIMITS.products}, or ${LIMITS.cards.max} cards of a carousel. Where a product cannot be sent, the next one takes its place.`,
	},
	{
		displayName: 'Substitutes',
		name: 'substitutes',
		type: 'options',
		default: 'none',
		description: 'What to offer in the place of a product that cannot be sent',
		options: [
			{ name: 'None', value: 'none', description: 'Leave it out and report it' },
			{
				name: 'Nearest Product',
				value: 'nearest',
				description:
					'Of the smallest product set that holds it (else of its category): the one in stock with the closest price, of the same brand on a tie. Products that are no longer in the catalog have none.',
			},
		],
	},
];

/** What the builder chose, for the customer whose first item this is. */
export interface PickChoices {
	pick: ReorderPick;
	/** Milliseconds since 1970; null counts all orders. */
	since: number | null;
	/** Milliseconds since 1970; who ordered later gets no message. */
	quietSince: number;
	maxProducts: number;
	wantsSubstitutes: boolean;
}

/** @throws InputProblems when the date or a number cannot be read */
export function readPick(run: Run, item: number): PickChoices {
	const maxProducts = Number(run.given('maxProducts', item));
	if (!Number.isInteger(maxProducts) || maxProducts < 1) {
		const label = LABELS.maxProducts;
		throw run.problem(label, `${label} must be a whole number from 1.`, item);
	}
	return {
		pick: run.given('pick', item) as ReorderPick,
		since: readSince(run, item),
		quietSince: readQuietSince(run, item),
		maxProducts,
		wantsSubstitutes: run.given('substitutes', item) === 'nearest',
	};
}

function readSince(run: Run, item: number): number | null {
	const period = run.given('period', item);
	if (period === 'days') {
		const days = Number(run.given('days', item));
		if (days > 0) return Date.now() - days * DAY_MS;
		throw run.problem('Days', 'Days must be a number above 0.', item);
	}
	if (period !== 'since') return null;
	const given = run.given('since', item, '');
	const time = readTime(given);
	if (time !== null) return time;
	const sentence = `Date is "${String(given)}", which is not a date. Choose one, or give it as 2026-11-21.`;
	throw run.problem('Date', sentence, item);
}

function readQuietSince(run: Run, item: number): number {
	const days = Number(run.given('quietDays', item, 0));
	// Zero skips nobody, not even whom Meta's clock puts into the future.
	if (days === 0) return Infinity;
	if (days > 0) return Date.now() - days * DAY_MS;
	const name = 'Skip Customers Who Ordered Within';
	throw run.problem(name, `${name} must be a number of days from 0.`, item);
}
