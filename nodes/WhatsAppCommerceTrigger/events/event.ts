import type { IDataObject } from 'n8n-workflow';

import type { IncomingMessage } from '../../shared/payload/webhook';

/** How an order leaves the trigger: as one item, or as one for each of its lines. */
export type OutputMode = 'perOrder' | 'perLine';

/** What an event file exports: an incoming message in, the items that it makes out. */
export interface EventReader {
	/** Meta's `type` of the message. */
	messageType: string;
	read(incoming: IncomingMessage, outputMode: OutputMode): IDataObject[];
}
