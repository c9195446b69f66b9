import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Graph } from '../../../../shared/graph/connection';
import type { Draft } from '../../../../shared/payload/messages/envelope';
import { multiProductDraft } from '../../../../shared/payload/messages/multiProduct';
import { newestFirst } from '../../../../shared/payload/reorder/orderedProducts';
import { productCarouselDraft } from '../../../../shared/payload/messages/productCarousel';
import type { ProductTemplate } from '../../../../shared/payload/templates/productTemplate';
import { sectionsByQuantity } from '../../../../shared/payload/reorder/quantitySections';
import {
	withQuantities,
	type OrderedBefore,
} from '../../../../shared/payload/reorder/quantityText';
import type { ReorderForm } from '../../../../shared/payload/reorder/messageForm';
import type { Schema } from '../../../../shared/payload/rules/rules';
import { singleProductDraft } from '../../../../shared/payload/messages/singleProduct';
import { templateDraft } from '../../../../shared/payload/messages/templateMessage';
import { withTemplateQuantities } from '../../../../shared/payload/reorder/templateQuantities';
import { variablesOf } from '../../../../shared/payload/templates/templateVariables';
import { textLike } from '../../../../shared/payload/values/text';
import { readEnvelope } from '../../../fields/envelope';
import { readTemplate, readTemplateForOne } from '../../../fields/approvedTemplate';
import type { Reorder } from './reorder';

/** What the schema of a reorder's form reads. */
export interface ReorderDraft extends Record<string, unknown> {
	form: ReorderForm;
	template?: ProductTemplate;
}

/** One message for each customer: a list never becomes several. */
const ONE_MESSAGE = { overflow: 'fail', singleWhenOne: false } as const;

export function draftSchema({ form, template }: ReorderDraft): Schema<Draft> {
	if (template) return templateDraft(template, ONE_MESSAGE);
	if (form === 'multiProduct') return multiProductDraft(ONE_MESSAGE);
	return form === 'carousel' ? productCarouselDraft(ONE_MESSAGE) : singleProductDraft;
}

/** @throws the reason why the reorder could not be planned, or why its template cannot be sent */
export async function readDraft(
	this: IExecuteFunctions,
	reorder: Reorder,
	graph: Graph,
): Promise<ReorderDraft> {
	if (reorder.failure) throw reorder.failure;
	const { form } = reorder;
	const [item] = reorder.items;
	const before = beforeOf(reorder);
	const envelope = readEnvelope.call(this, item);
	const isInBody = this.getNodeParameter('quantities', item) === 'body';
	const body = String(textLike(envelope.bodyText));
	return {
		...envelope,
		...addressOf(reorder, envelope),
		form,
		headerText: this.getNodeParameter('headerText', item, ''),
		bodyText: withQuantities(body, isInBody ? before : []),
		sections: sectionsOf.call(this, reorder, item),
		productRetailerId: reorder.products[0],
		...(form.startsWith('template') && (await templateOf.call(this, form, before, item, graph))),
	};
}

/** Substitutes were not there last time, so they have no quantity. */
function beforeOf({ products, lastQuantities, catalog }: Reorder): OrderedBefore[] {
	return products.map((sku) => ({
		name: catalog?.get(sku)?.name || sku,
		quantity: lastQuantities.get(sku) ?? null,
	}));
}

/** What the orders fill in where the builder gave nothing. */
function addressOf({ orders, customerKey, catalogId }: Reorder, given: { phoneNumberId: unknown }) {
	const received = newestFirst(orders).find(({ phoneNumberId }) => phoneNumberId !== null);
	const isChosen = textLike(given.phoneNumberId) !== '';
	return {
		phoneNumberId: isChosen ? given.phoneNumberId : received?.phoneNumberId,
		recipient: customerKey,
		catalogId,
	};
}

function sectionsOf(
	this: IExecuteFunctions,
	{ products, lastQuantities }: Reorder,
	item: number,
): unknown {
	if (this.getNodeParameter('quantities', item) !== 'sections') return [{ skus: products }];
	const title = String(this.getNodeParameter('quantityTitle', item, ''));
	return sectionsByQuantity(products, lastQuantities, title);
}

async function templateOf(
	this: IExecuteFunctions,
	form: ReorderForm,
	before: OrderedBefore[],
	item: number,
	graph: Graph,
) {
	const isForOne = form === 'templateForOne';
	const read = isForOne ? readTemplateForOne : readTemplate;
	const template = await read.call(this, item, graph);
	const given = (this.getNodeParameter('templateVariables.value', item, {}) ?? {}) as IDataObject;
	const wanted = variablesOf(template).map(({ key }) => key);
	// The texts were given for the other template: this one takes those that it has a place for.
	const fitting = Object.entries(given).filter(([key]) => !isForOne || wanted.includes(key));
	const variables = withTemplateQuantities(template, Object.fromEntries(fitting), before);
	return { template, variables, urlSuffix: '{sku}' };
}
