import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { multiProductDraft } from '../../../shared/payload/messages/multiProduct';
import { catalogField } from '../../fields/catalog';
import { productListFields, readProductList } from '../../fields/productList';
import { recipientField } from '../../fields/recipient';
import { senderField } from '../../../shared/fields/phoneNumber';
import {
	overflowOption,
	readListOptions,
	sendOptionsField,
	singleOption,
} from '../../fields/options/message';
import { readEnvelope } from '../../fields/envelope';
import { groupsBySource } from '../../fields/sources/inputItems';
import { bodyField, footerField, headerField } from '../../fields/texts';
import { windowFallbackOptions } from '../../fields/options/windowFallback';
import { sendOperation } from '../../sending/sendOperation';

const properties: INodeProperties[] = [
	senderField,
	recipientField,
	headerField,
	bodyField(true),
	footerField,
	catalogField,
	...productListFields,
	sendOptionsField([overflowOption, singleOption, ...windowFallbackOptions]),
];

export const description = updateDisplayOptions(
	{ show: { resource: ['productMessage'], operation: ['sendMultiProduct'] } },
	properties,
);

/** Sends up to 30 products in up to 10 sections (interactive type `product_list`). */
export const execute = sendOperation({
	groups: groupsBySource,
	schema(item) {
		return multiProductDraft(readListOptions.call(this, item));
	},
	async read(items, graph) {
		const [item] = items;
		return {
			...readEnvelope.call(this, item),
			headerText: this.getNodeParameter('headerText', item, ''),
			sections: await readProductList.call(this, items, graph),
		};
	},
});
