import type { IDataObject } from 'n8n-workflow';

import { readTextMessage } from '../../shared/payload/textMessage';
import type { EventReader } from './event';
import { unrecognized } from './unrecognized';

/** A text that a customer wrote, to be answered with products. */
export const textMessage: EventReader = {
	messageType: 'text',
	read(incoming) {
		const event = readTextMessage(incoming);
		if (!event) return [unrecognized(incoming, 'The text message holds no text.')];
		return [event as unknown as IDataObject];
	},
};
