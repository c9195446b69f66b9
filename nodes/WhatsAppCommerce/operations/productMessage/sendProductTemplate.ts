import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import type { ProductTemplate } from '../../../shared/payload/templates/productTemplate';
import { templateDraft } from '../../../shared/payload/messages/templateMessage';
import { catalogField } from '../../fields/catalog';
import { productField } from '../../fields/product';
import { readThumbnail, thumbnailField } from '../../fields/connectedCatalog';
import { productListFields, readProductList } from '../../fields/productList';
import { recipientField } from '../../fields/recipient';
import { senderField } from '../../../shared/fields/phoneNumber';
import { overflowOption, readListOptions, sendOptionsField } from '../../fields/options/message';
import { readEnvelope } from '../../fields/envelope';
import { groupsBySource } from '../../fields/sources/inputItems';
import { templateField, templateKindField, templateVariablesField } from '../../fields/template';
import { sendOperation } from '../../sending/sendOperation';
import { readTemplate } from '../../fields/approvedTemplate';
import { readOptions } from '../../fields/reading/options';

const shownFor = (kinds: string[], fields: INodeProperties[]) =>
	updateDisplayOptions({ show: { templateKind: kinds } }, fields);

const urlSuffixOption: INodeProperties = {
	displayName: 'URL Suffix',
	name: 'urlSuffix',
	type: 'string',
	default: '{sku}',
	description:
		'For carousels whose cards open a web page: what stands in the place of the variable at the end of its address. {sku} is replaced by the SKU of the card.',
};

const properties: INodeProperties[] = [
	senderField,
	recipientField,
	templateKindField,
	templateField,
	templateVariablesField,
	catalogField,
	...shownFor(['multiProduct', 'carousel'], productListFields),
	...shownFor(['singleProduct'], [productField]),
	...shownFor(['catalog'], [thumbnailField]),
	sendOptionsField([overflowOption, urlSuffixOption]),
];

export const description = updateDisplayOptions(
	{ show: { resource: ['productMessage'], operation: ['sendProductTemplate'] } },
	properties,
);

/** Sends an approved product template, which may go out at any time (type `template`). */
export const execute = sendOperation({
	groups: groupsBySource,
	schema(item, fields) {
		return templateDraft(fields.template as ProductTemplate, readListOptions.call(this, item));
	},
	async read(items, graph) {
		const [item] = items;
		const template = await readTemplate.call(this, item, graph);
		const { urlSuffix } = readOptions.call(this, item);
		const isList = template.kind === 'multiProduct' || template.kind === 'carousel';
		const envelope = readEnvelope.call(this, item);
		return {
			...envelope,
			template,
			variables: this.getNodeParameter('templateVariables.value', item, {}),
			...(isList
				? { sections: await readProductList.call(this, items, graph) }
				: { productRetailerId: await oneProduct.call(this, item) }),
			urlSuffix: urlSuffix ?? '{sku}',
		};

		async function oneProduct(this: IExecuteFunctions, at: number): Promise<unknown> {
			return template.kind === 'catalog'
				? await readThumbnail.call(this, at, graph, String(envelope.catalogId))
				: this.getNodeParameter('productRetailerId', at, '', { extractValue: true });
		}
	},
});
