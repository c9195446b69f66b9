import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { SHOP_SYSTEMS, type ShopSystem } from '../../shared/payload/catalog/skuMatching/shopIds';
import type { EventName } from '../events/event';
import type { OutputMode } from '../events/items';
import { chosenEvents, outputsOf, type OutputChoice } from '../events/outputs';

/** What the builder chose, read once for each delivery. */
export interface Settings {
	events: EventName[];
	/** The events by output; null when everything leaves by the same one. */
	outputs: EventName[] | null;
	outputMode: OutputMode;
	/** Whether Meta's repetitions are left out. */
	skipRepeated: boolean;
	/** Whether only the credential's business account counts. */
	onlyOwnAccount: boolean;
	/** Whether the catalog's details are added to orders. */
	enrich: boolean;
	/** The shop whose plug-in fills the catalog; undefined where the IDs have to tell. */
	shop: ShopSystem | undefined;
	/** The filters read their own values. */
	options: IDataObject;
}

export function readSettings(context: IWebhookFunctions): Settings {
	const events = context.getNodeParameter('events', []) as unknown;
	const outputs = context.getNodeParameter('outputs', 'single') as OutputChoice;
	const options = context.getNodeParameter('options', {}) as IDataObject;
	return {
		events: chosenEvents(events),
		outputs: outputs === 'perEvent' ? outputsOf(events) : null,
		outputMode: context.getNodeParameter('outputMode', 'perOrder') as OutputMode,
		skipRepeated: options.skipRepeated !== false,
		onlyOwnAccount: options.onlyOwnAccount === true,
		enrich: options.enrich === true,
		shop: SHOP_SYSTEMS.find((one) => one === options.shopSystem),
		options,
	};
}
