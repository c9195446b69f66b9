import type { IExecuteFunctions, INodePropertyOptions } from 'n8n-workflow';

import type { Graph } from '../../../shared/graph/connection';
import { choice } from '../../../shared/payload/rules/choice';
import { wholeNumber } from '../../../shared/payload/rules/numbers';
import { rankedSkus, type Ranking } from '../../../shared/payload/reorder/orderedProducts';
import {
	entriesIn,
	readPastOrders,
	type PastOrders,
} from '../../../shared/payload/reorder/pastOrders';
import { DraftError } from '../../items/draftError';
import { checkedField } from '../reading/checkedField';
import { hintOnce } from '../../items/hints';
import { maxProductsField, sectionTitleField, shownFor, type ProductSource } from './source';

const RANKINGS: INodePropertyOptions[] = [
	{ name: 'As Ordered', value: 'asOrdered' },
	{ name: 'Most Often Bought', value: 'mostOften' },
	{ name: 'Most Recently Bought', value: 'mostRecent' },
];

/** The products of one order, or of several past ones. */
export const order: ProductSource = {
	name: 'order',
	label: 'Orders',
	description: 'Take the products of an order event, or of several past orders',
	fields: [
		{
			displayName: 'Orders',
			name: 'orders',
			type: 'json',
			required: true,
			default: '={{ $json }}',
			description:
				'An order as the trigger gives it, whole or a line each, or a list of orders. All incoming items are {{ $input.all() }}: switch on Execute Once in the settings of this node with it, since each item would send all of them.',
			...shownFor('order'),
		},
		{
			displayName: 'Rank By',
			name: 'ranking',
			type: 'options',
			default: 'mostRecent',
			description: 'Which products come first',
			options: RANKINGS,
			...shownFor('order'),
		},
		maxProductsField('order'),
		sectionTitleField('order'),
	],
	async read([item], graph) {
		const orders = readPastOrders(entriesIn(this.getNodeParameter('orders', item)));
		const field = (name: string) => this.getNodeParameter(name, item) as unknown;
		const ranking = checkedField(
			this.getNode(),
			'ranking',
			choice(RANKINGS),
			field('ranking'),
			item,
		);
		const skus = rankedSkus(orders.orders, (ranking ?? 'mostRecent') as Ranking);
		if (skus.length === 0) {
			const sentence =
				orders.orders.length === 0
					? 'Orders holds no order. Give an order as the WhatsApp Commerce Trigger yields it, with its "lines", or a list of such orders.'
					: 'Orders holds no product: no line of the orders has a SKU.';
			throw new DraftError(this.getNode(), [{ field: 'Orders', sentence }], item);
		}
		await warn.call(this, orders, item, graph);
		const max = checkedField(
			this.getNode(),
			'maxProducts',
			wholeNumber,
			field('maxProducts'),
			item,
		);
		return [{ title: this.getNodeParameter('sectionTitle', item, ''), skus: skus.slice(0, max) }];
	},
};

/** Says what was left out, and where each item probably repeats what belongs together. */
async function warn(
	this: IExecuteFunctions,
	orders: PastOrders,
	item: number,
	graph: Graph,
): Promise<void> {
	const { unreadLines, isPerLine } = orders;
	const unread = orders.unread.length;
	const hint = (message: string) => hintOnce.call(this, graph, message);
	if (unread + unreadLines > 0) {
		const left = [
			...(unread > 0 ? [`${unread} that ${unread === 1 ? 'is no order' : 'are no orders'}`] : []),
			...(unreadLines > 0 ? [`${unreadLines} without a SKU that can be read`] : []),
		].join(' and ');
		hint(`Left out of Orders [item ${item}]: ${left}.`);
	}
	if (this.getInputData().length === 1) return;
	if (isPerLine && orders.orders.length === 1 && orders.orders[0].lines.length === 1) {
		hint(
			'Each item holds one line of an order, so each makes a message of its own. To send all lines together, enter {{ $input.all() }} in Orders and switch on Execute Once in the settings of this node.',
		);
	}
	if (orders.orders.length === 1) return;
	const before = await graph.once(['listsOfOrders'], async () => new Set<string>());
	const list = JSON.stringify(orders.orders);
	if (before.has(list)) {
		hint(
			'Several items read the same list of orders, so each message has the products of all of them. For one message switch on Execute Once in the settings of this node; for the order of each item enter {{ $json }} in Orders.',
		);
	}
	before.add(list);
}
