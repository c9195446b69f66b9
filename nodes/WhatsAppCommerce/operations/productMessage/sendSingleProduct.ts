import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { singleProductDraft } from '../../../shared/payload/messages/singleProduct';
import { catalogField } from '../../fields/catalog';
import { productField } from '../../fields/product';
import { recipientField } from '../../fields/recipient';
import { senderField } from '../../../shared/fields/phoneNumber';
import { sendOptionsField } from '../../fields/options/message';
import { readEnvelope } from '../../fields/envelope';
import { bodyField, footerField } from '../../fields/texts';
import { windowFallbackOptions } from '../../fields/options/windowFallback';
import { eachItemAlone, sendOperation } from '../../sending/sendOperation';

const properties: INodeProperties[] = [
	senderField,
	recipientField,
	catalogField,
	productField,
	bodyField(false),
	footerField,
	sendOptionsField(windowFallbackOptions),
];

export const description = updateDisplayOptions(
	{ show: { resource: ['productMessage'], operation: ['sendSingleProduct'] } },
	properties,
);

/** Sends one product with its picture, name and price (interactive type `product`). */
export const execute = sendOperation({
	groups: eachItemAlone,
	schema: () => singleProductDraft,
	async read([item]) {
		return {
			...readEnvelope.call(this, item),
			productRetailerId: this.getNodeParameter('productRetailerId', item, '', {
				extractValue: true,
			}),
		};
	},
});
