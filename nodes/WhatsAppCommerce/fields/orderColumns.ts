import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { ORDER_COLUMNS, type OrderColumns } from '../../shared/payload/reorder/pastOrders';
import type { Run } from '../items/run';

const column = (name: keyof OrderColumns, displayName: string, description: string) => ({
	displayName,
	name,
	type: 'string' as const,
	default: ORDER_COLUMNS[name],
	description,
});

const PRICE_COLUMNS = [
	column('currency', 'Currency', 'The currency of the price, in three letters (ISO 4217)'),
	column('unitPrice', 'Unit Price', 'The price of one unit when it was ordered, such as 9.90'),
];

/** For tables whose columns have other names than the trigger's fields. */
const propertyWith = (more: Array<ReturnType<typeof column>>): INodeProperties => ({
	displayName: 'Columns',
	name: 'orderColumns',
	type: 'collection',
	placeholder: 'Add Column',
	default: {},
	description:
		"Only for tables of your own: which column holds what. Orders of the WhatsApp Commerce Trigger and Meta's own need none of this. A path such as order.customer.key reaches into an object.",
	options: [
		column(
			'customer',
			'Customer',
			'Who ordered: a phone number with country code, a business-scoped user ID, or the customer of the trigger',
		),
		column(
			'lines',
			'Lines',
			'The lines of a whole order, as a list or as JSON text. Rows without it are one line each.',
		),
		column(
			'orderId',
			'Order ID',
			'What rows of the same order have in common. Without it, rows of one customer with the same time are one order.',
		),
		column('placedAt', 'Placed At', 'When it was ordered: an ISO date and time, or Unix time'),
		column('quantity', 'Quantity', 'Units of the product'),
		column('sku', 'SKU', 'The product of the row'),
		...more,
	].sort((a, b) => a.displayName.localeCompare(b.displayName)),
});

export const orderColumns = {
	property: propertyWith([]),
	/** With the price, for what compares it. */
	withPrice: propertyWith(PRICE_COLUMNS),
	/** The columns of a run: one table has the same ones in all its rows. */
	read(run: Run): OrderColumns {
		const given = run.given(orderColumns.property.name, 0, {}) as IDataObject;
		const named = Object.entries(given).filter(([, name]) => String(name ?? '').trim() !== '');
		return {
			...ORDER_COLUMNS,
			...Object.fromEntries(named.map(([key, name]) => [key, String(name).trim()])),
		};
	},
};
