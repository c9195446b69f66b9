import type { INodePropertyOptions } from 'n8n-workflow';

import { LABELS } from '../../../shared/payload/labels';
import { rankedSkus, type Ranking } from '../../../shared/payload/reorder/orderedProducts';
import {
	entriesIn,
	type PastOrders,
	readPastOrders,
} from '../../../shared/payload/reorder/pastOrders';
import { choice } from '../../../shared/payload/rules/choice';
import type { Run } from '../../items/run';
import { maxProducts, type ProductSource, sectionTitle, shownFor } from './source';

const RANKINGS: INodePropertyOptions[] = [
	{ name: 'As Ordered', value: 'asOrdered' },
	{ name: 'Most Often Bought', value: 'mostOften' },
	{ name: 'Most Recently Bought', value: 'mostRecent' },
];

const LABEL = 'Orders';

const max = maxProducts('order');
const title = sectionTitle('order');

/** The products of one order, or of several past ones. */
export const orders: ProductSource = {
	name: 'order',
	label: 'Orders',
	description: 'Take the products of an order event, or of several past orders',
	fields: [
		{
			displayName: LABEL,
			name: 'orders',
			type: 'json',
			required: true,
			default: '={{ $json }}',
			description:
				'An order as the trigger or Meta gives it, whole or a line each, or a list of orders. All incoming items are {{ $input.all() }}: switch on Execute Once in the settings of this node with it, since each item would send all of them.',
			...shownFor('order'),
		},
		{
			displayName: LABELS.ranking,
			name: 'ranking',
			type: 'options',
			default: 'mostRecent',
			description: 'Which products come first',
			options: RANKINGS,
			...shownFor('order'),
		},
		max.property,
		title.property,
	],
	async read(run, [item]) {
		const read = readPastOrders(entriesIn(run.given('orders', item)));
		const ranking = run.check('ranking', choice(RANKINGS), run.given('ranking', item), item);
		const skus = rankedSkus(read.orders, (ranking ?? 'mostRecent') as Ranking);
		if (skus.length === 0) {
			const sentence =
				read.orders.length === 0
					? `${LABEL} holds no order. Give an order as the WhatsApp Commerce Trigger yields it, with its "lines", or a list of such orders.`
					: `${LABEL} holds no product: no line of the orders has a SKU.`;
			throw run.problem(LABEL, sentence, item);
		}
		hintAtLeftOut(run, read, item);
		await hintAtRepetition(run, read);
		return [{ title: title.read(run, item), skus: skus.slice(0, max.read(run, item)) }];
	},
};

/** Hints at what of the orders could not be read. */
function hintAtLeftOut(run: Run, { unread, unreadLines }: PastOrders, item: number): void {
	if (unread.length + unreadLines === 0) return;
	const left = [
		...(unread.length > 0
			? [`${unread.length} that ${unread.length === 1 ? 'is no order' : 'are no orders'}`]
			: []),
		...(unreadLines > 0 ? [`${unreadLines} without a SKU that can be read`] : []),
	].join(' and ');
	run.hint(`Left out of ${LABEL} [item ${item}]: ${left}.`);
}

/** Hints at items that probably repeat what belongs into one message. */
async function hintAtRepetition(run: Run, { orders: read, isPerLine }: PastOrders): Promise<void> {
	if (run.input.length === 1) return;
	if (read.length === 1) {
		if (!isPerLine || read[0]?.lines.length !== 1) return;
		run.hint(
			'Each item holds one line of an order, so each makes a message of its own. To send all lines together, enter {{ $input.all() }} in Orders and switch on Execute Once in the settings of this node.',
		);
		return;
	}
	const before = await run.once(['ordersReadBefore'], async () => new Set<string>());
	const list = JSON.stringify(read);
	if (before.has(list)) {
		run.hint(
			'Several items read the same list of orders, so each message has the products of all of them. For one message switch on Execute Once in the settings of this node; for the order of each item enter {{ $json }} in Orders.',
		);
	}
	before.add(list);
}
