import type { IDataObject } from 'n8n-workflow';

import type { TriggerEvent } from './event';

/** How an order leaves the trigger: as one item, or as one for each of its lines. */
export type OutputMode = 'perOrder' | 'perLine';

/** The items that an event makes, with `more` on each. */
export function itemsOf(
	event: TriggerEvent,
	outputMode: OutputMode,
	more: IDataObject = {},
): IDataObject[] {
	const asItem = (fields: object): IDataObject => ({ ...(fields as IDataObject), ...more });
	// An order without lines is still an order: as an item it gets noticed.
	if (event.event !== 'order' || outputMode === 'perOrder' || event.lines.length === 0)
		return [asItem(event)];
	const { lines, ...shared } = event;
	// The line's currency replaces the order's, which is null when currencies are mixed.
	return lines.map((line) => asItem({ ...shared, ...line }));
}
