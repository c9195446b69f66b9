import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';

import { multiProductDraft, type ListOptions } from '../../../shared/payload/messages';
import { catalogField } from '../../fields/catalog';
import { productListFields, sourceNamed } from '../../fields/productList';
import { recipientField } from '../../fields/recipient';
import { senderField } from '../../fields/sender';
import {
	overflowOption,
	readEnvelope,
	sendOptionsField,
	singleOption,
} from '../../fields/sendOptions';
import { groupsByRecipient } from '../../fields/sources/inputItems';
import { bodyField, footerField, headerField } from '../../fields/texts';
import { eachItemAlone, sendOperation } from '../send';

const properties: INodeProperties[] = [
	senderField,
	recipientField,
	headerField,
	bodyField(true),
	footerField,
	catalogField,
	...productListFields,
	sendOptionsField([overflowOption, singleOption]),
];

export const description = updateDisplayOptions(
	{ show: { resource: ['productMessage'], operation: ['sendMultiProduct'] } },
	properties,
);

/** Sends up to 30 products in up to 10 sections (interactive type `product_list`). */
export const execute = sendOperation({
	groups() {
		const source = this.getNodeParameter('productSource', 0);
		return source === 'inputItems' ? groupsByRecipient.call(this) : eachItemAlone.call(this);
	},
	schema(item) {
		const options = this.getNodeParameter('options', item, {}) as IDataObject;
		return multiProductDraft({
			overflow: (options.overflow as ListOptions['overflow']) ?? 'fail',
			singleWhenOne: options.singleWhenOne === true,
		});
	},
	async read(items, graph) {
		const [item] = items;
		const source = sourceNamed(this.getNodeParameter('productSource', item));
		return {
			...readEnvelope.call(this, item),
			headerText: this.getNodeParameter('headerText', item, ''),
			sections: await source.read.call(this, items, graph),
		};
	},
});
