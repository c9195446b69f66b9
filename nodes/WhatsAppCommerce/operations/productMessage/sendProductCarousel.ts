import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { productCarouselDraft } from '../../../shared/payload/messages/productCarousel';
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
import { bodyField } from '../../fields/texts';
import { windowFallbackOptions } from '../../fields/options/windowFallback';
import { sendOperation } from '../../sending/sendOperation';

const properties: INodeProperties[] = [
	senderField,
	recipientField,
	bodyField(true),
	catalogField,
	...productListFields,
	sendOptionsField([overflowOption, singleOption, ...windowFallbackOptions]),
];

export const description = updateDisplayOptions(
	{ show: { resource: ['productMessage'], operation: ['sendProductCarousel'] } },
	properties,
);

/** Sends 2 to 10 products as cards (interactive type `carousel`). */
export const execute = sendOperation({
	groups: groupsBySource,
	schema(item) {
		return productCarouselDraft(readListOptions.call(this, item));
	},
	async read(items, graph) {
		return {
			...readEnvelope.call(this, items[0]),
			sections: await readProductList.call(this, items, graph),
		};
	},
});
