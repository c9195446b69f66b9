import type { IExecuteFunctions } from 'n8n-workflow';

import { locatorValue } from './reading/locator';
import { readOptions } from './reading/options';
import { readUnavailable } from './options/message';

/** What every send takes from the node: sender, recipient, catalog, footer and options of one item. */
export function readEnvelope(this: IExecuteFunctions, item: number) {
	const options = readOptions.call(this, item);
	// Read later as well, but what it does not offer has to be told before anything is sent.
	readUnavailable.call(this, item);
	return {
		phoneNumberId: this.getNodeParameter('phoneNumberId', item, '', { extractValue: true }),
		recipient: this.getNodeParameter('recipient', item),
		// A catalog message has no such field.
		catalogId: locatorValue(this.getNodeParameter('catalogId', item, '')),
		bodyText: this.getNodeParameter('bodyText', item, ''),
		footerText: this.getNodeParameter('footerText', item, ''),
		messagingAccountId: options.messagingAccountId,
		replyToMessageId: options.replyToMessageId,
		trackingData: options.trackingData,
	};
}
