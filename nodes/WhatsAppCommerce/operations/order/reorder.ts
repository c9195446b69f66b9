import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { orderCatalogField, orderSenderField } from '../../fields/orderDefaults';
import { orderColumnsField } from '../../fields/orderColumns';
import { recipientField } from '../../fields/recipient';
import { formFields } from './reorder/formFields';
import { pickFields } from './reorder/pickFields';
import { sendOptionsField } from '../../fields/options/message';
import type { Operation } from '../../items/operation';
import { sendOperation } from '../../sending/sendOperation';
import { draftSchema, readDraft, type ReorderDraft } from './reorder/draft';
import { hintAtReorders, reportedItem, skippedItem } from './reorder/items';
import { planReorders } from './reorder/plan';
import { type Reorder } from './reorder/reorder';

const properties: INodeProperties[] = [
	{
		displayName:
			'Each input item is an order, or a line of one. All orders of a customer make one message, which goes to that customer.',
		name: 'ordersNotice',
		type: 'notice',
		default: '',
	},
	orderSenderField,
	{
		...recipientField,
		required: undefined,
		description:
			'Leave it empty to write to the customer of the orders. With a recipient, all orders with the same one make one message.',
	},
	orderCatalogField,
	...pickFields,
	...formFields,
	orderColumnsField,
	sendOptionsField([]),
];

export const description = updateDisplayOptions(
	{ show: { resource: ['order'], operation: ['reorder'] } },
	properties,
);

/**
 * Offers customers what they have bought before: one message for each customer, however many orders
 * came in. Customers to whom nothing can be offered are reported and stop nobody else's message.
 */
export const execute: Operation = async function (graph) {
	const reorders = await planReorders.call(this, graph);
	const byItem = new Map(reorders.map((reorder) => [reorder.items[0], reorder]));
	const reorderOf = (item: number) => byItem.get(item) as Reorder;
	const send = sendOperation({
		groups: () => reorders.filter(({ skipped }) => !skipped).map(({ items }) => items),
		async read([item], own) {
			return { ...(await readDraft.call(this, reorderOf(item), own)) };
		},
		schema: (_item, fields) => draftSchema(fields as unknown as ReorderDraft),
	});
	const sent = await send.call(this, graph);
	hintAtReorders.call(this, reorders);
	return [
		...sent.map((one) => reportedItem(one, reorderOf)),
		...reorders.flatMap((reorder) => skippedItem(reorder) ?? []),
	];
};
