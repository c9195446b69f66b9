import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { LIMITS } from '../../shared/payload/limits';

/** Options that every send has. */
export const sendOptionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Reply to Message ID',
			name: 'replyToMessageId',
			type: 'string',
			default: '',
			placeholder: 'e.g. wamid.HBgL…',
			description:
				'Quotes this message above the products, for instance the messageId of the question that they answer',
		},
		{
			displayName: 'Tracking Data',
			name: 'trackingData',
			type: 'string',
			default: '',
			placeholder: 'e.g. campaign-7/customer-42',
			description: `Your own reference, up to ${LIMITS.trackingData} characters. Meta gives it back in the status webhooks of this message and never shows it to the customer.`,
		},
	],
};

/** What every send takes from the node: sender, recipient, catalog, footer and options of one item. */
export function readEnvelope(this: IExecuteFunctions, item: number) {
	const options = this.getNodeParameter('options', item, {}) as IDataObject;
	return {
		phoneNumberId: this.getNodeParameter('phoneNumberId', item, '', { extractValue: true }),
		recipient: this.getNodeParameter('recipient', item),
		catalogId: this.getNodeParameter('catalogId', item, '', { extractValue: true }),
		bodyText: this.getNodeParameter('bodyText', item, ''),
		footerText: this.getNodeParameter('footerText', item, ''),
		replyToMessageId: options.replyToMessageId,
		trackingData: options.trackingData,
	};
}
