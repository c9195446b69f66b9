import { orderedSkus, type Ranking } from '../../../shared/payload/orderedProducts';
import { DraftError } from '../../operations/draftError';
import { maxProductsField, sectionTitleField, shownFor, type ProductSource } from './source';

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
				'An order as the trigger gives it, or a list of them, such as all incoming items: {{ $input.all() }}',
			...shownFor('order'),
		},
		{
			displayName: 'Rank By',
			name: 'ranking',
			type: 'options',
			default: 'mostRecent',
			description: 'Which products come first',
			options: [
				{ name: 'As Ordered', value: 'asOrdered' },
				{ name: 'Most Often Bought', value: 'mostOften' },
				{ name: 'Most Recently Bought', value: 'mostRecent' },
			],
			...shownFor('order'),
		},
		maxProductsField('order'),
		sectionTitleField('order'),
	],
	read([item]) {
		const given = this.getNodeParameter('orders', item) as unknown;
		const ranking = this.getNodeParameter('ranking', item) as Ranking;
		const skus = orderedSkus(typeof given === 'string' ? parsed(given) : given, ranking);
		if (skus === null || skus.length === 0) {
			const sentence =
				skus === null
					? 'Orders holds no order. Give an order as the WhatsApp Commerce Trigger yields it, with its "lines", or a list of such orders.'
					: 'Orders holds no product: the orders have no lines.';
			throw new DraftError(this.getNode(), [{ field: 'Orders', sentence }], item);
		}
		const max = this.getNodeParameter('maxProducts', item) as number;
		return [{ title: this.getNodeParameter('sectionTitle', item, ''), skus: skus.slice(0, max) }];
	},
};

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
