import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { multiProductMessage } from '../../../shared/payload/messages';
import { catalogField } from '../../fields/catalog';
import { productListFields, readProductList } from '../../fields/productList';
import { recipientField } from '../../fields/recipient';
import { senderField } from '../../fields/sender';
import { readEnvelope, sendOptionsField } from '../../fields/sendOptions';
import { bodyField, footerField, headerField } from '../../fields/texts';
import type { Operation } from '../operation';
import { send } from '../send';

const properties: INodeProperties[] = [
	senderField,
	recipientField,
	headerField,
	bodyField(true),
	footerField,
	catalogField,
	...productListFields,
	sendOptionsField,
];

export const description = updateDisplayOptions(
	{ show: { resource: ['productMessage'], operation: ['sendMultiProduct'] } },
	properties,
);

/** Sends up to 30 products in up to 10 sections (interactive type `product_list`). */
export const execute: Operation = async function (item, graph) {
	return await send.call(this, item, graph, multiProductMessage, {
		...readEnvelope.call(this, item),
		headerText: this.getNodeParameter('headerText', item, ''),
		sections: readProductList.call(this, item),
	});
};
