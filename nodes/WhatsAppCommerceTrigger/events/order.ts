import type { IDataObject } from 'n8n-workflow';

import { readOrder } from '../../shared/payload/order';
import type { EventReader } from './event';
import { unrecognized } from './unrecognized';

/** A cart that a customer sent. */
export const order: EventReader = {
	messageType: 'order',
	read(incoming, outputMode) {
		const event = readOrder(incoming);
		if (!event)
			return [unrecognized(incoming, 'The order message has no ID or no list of products.')];
		const { lines, ...shared } = event;
		// An order without lines still is an order: as an item of its own it gets noticed.
		if (outputMode === 'perOrder' || lines.length === 0) return [asItem(event)];
		// The line's currency replaces the order's, which is null when currencies are mixed.
		return lines.map((line) => asItem({ ...shared, ...line }));
	},
};

const asItem = (event: object): IDataObject => event as IDataObject;
