import { type INodeProperties, updateDisplayOptions } from 'n8n-workflow';

import { LABELS } from '../../../shared/payload/labels';
import { templateDraft } from '../../../shared/payload/messages/templateMessage';
import type { ProductTemplate } from '../../../shared/payload/templates/productTemplate';
import { readTemplate } from '../../fields/approvedTemplate';
import { catalog } from '../../fields/catalog';
import { thumbnail } from '../../fields/connectedCatalog';
import { readEnvelope } from '../../fields/envelope';
import { overflow, readListOptions, sendOptions } from '../../fields/options/message';
import { product } from '../../fields/product';
import { productList } from '../../fields/productList';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { groupsBySource } from '../../fields/sources/inputItems';
import { template, templateKind } from '../../fields/template';
import { templateVariables } from '../../fields/templateVariables';
import type { Items } from '../../items/items';
import { operation } from '../../items/operation';
import type { Run } from '../../items/run';
import { sendOperation } from '../../sending/sendOperation';

const shownFor = (kinds: string[], fields: INodeProperties[]) =>
	updateDisplayOptions({ show: { templateKind: kinds } }, fields);

const urlSuffix: INodeProperties = {
	displayName: LABELS.urlSuffix,
	name: 'urlSuffix',
	type: 'string',
	default: '{sku}',
	description:
		'For carousels whose cards open a web page: what stands in the place of the variable at the end of its address. {sku} is replaced by the SKU of the card.',
};

/** Sends an approved product template, which may go out at any time (type `template`). */
export const sendProductTemplate = operation({
	resource: 'productMessage',
	value: 'sendProductTemplate',
	name: 'Send Product Template',
	action: 'Send a product template',
	description: 'Send an approved template with products, also when the 24-hour window is closed',
	subtitle: 'Product template',
	sends: true,
	fields: [
		sender,
		recipient,
		templateKind,
		template,
		templateVariables,
		catalog,
		...shownFor(['multiProduct', 'carousel'], productList.properties),
		...shownFor(['singleProduct'], [product.property]),
		...shownFor(['catalog'], [thumbnail.property]),
		sendOptions([overflow.property, urlSuffix]),
	],
	execute: sendOperation({
		groups: groupsBySource,
		async read(run, { items }) {
			const [item] = items;
			const chosen = await readTemplate(run, item);
			const envelope = readEnvelope(run, item);
			const fields = {
				...envelope,
				variables: templateVariables.read(run, item),
				...(await productsFor(run, items, chosen.kind, String(envelope.catalogId))),
				urlSuffix: run.options(item).urlSuffix ?? '{sku}',
			};
			return { fields, schema: templateDraft(chosen, readListOptions(run, item)) };
		},
	}),
});

/** What a template of this kind shows: a list, or one product. */
async function productsFor(
	run: Run,
	items: Items,
	kind: ProductTemplate['kind'],
	catalogId: string,
): Promise<Record<string, unknown>> {
	switch (kind) {
		case 'multiProduct':
		case 'carousel':
			return { sections: await productList.read(run, items) };
		case 'catalog':
			return { productRetailerId: await thumbnail.read(run, items[0], catalogId) };
		case 'singleProduct':
			return { productRetailerId: product.read(run, items[0]) };
	}
}
