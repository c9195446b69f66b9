import { sendOptions } from '../../fields/options/message';
import { orderColumns } from '../../fields/orderColumns';
import { orderCatalog, orderSender } from '../../fields/orderDefaults';
import { optional, reworded } from '../../fields/reading/fields';
import { recipient } from '../../fields/recipient';
import { operation } from '../../items/operation';
import { sendOperation } from '../../sending/sendOperation';
import { readReorder } from './reorder/draft';
import { formFields } from './reorder/formFields';
import { hintAtReorders, reportedItem, skippedItem } from './reorder/items';
import { pickFields } from './reorder/pickFields';
import { planReorders } from './reorder/plan';

/**
 * Offers customers what they have bought before: one message for each customer, however many orders
 * came in. Customers to whom nothing can be offered are reported and stop nobody else's message.
 */
export const sendReorder = operation({
	resource: 'order',
	value: 'reorder',
	name: 'Send Reorder',
	action: 'Send a reorder message',
	description:
		'Offer customers what they bought before: one message each, made from their past orders',
	subtitle: 'Reorder',
	sends: true,
	fields: [
		{
			displayName:
				'Each input item is an order, or a line of one. All orders of a customer make one message, which goes to that customer.',
			name: 'ordersNotice',
			type: 'notice',
			default: '',
		},
		orderSender,
		reworded(optional(recipient), {
			description:
				'Leave it empty to write to the customer of the orders. With a recipient, all orders with the same one make one message.',
		}),
		orderCatalog.property,
		...pickFields,
		...formFields,
		orderColumns.property,
		sendOptions([]),
	],
	async execute(run) {
		const reorders = await planReorders(run);
		const send = sendOperation({
			groups: () => reorders.filter((one) => !('skipped' in one)),
			read: readReorder,
			hidesCount: true,
		});
		const sent = await send(run);
		hintAtReorders(run, reorders);
		const byItem = new Map(reorders.map((one) => [one.items[0], one]));
		return [
			...sent.map((one) => reportedItem(one, byItem)),
			...reorders.flatMap((one) => skippedItem(one) ?? []),
		];
	},
});
