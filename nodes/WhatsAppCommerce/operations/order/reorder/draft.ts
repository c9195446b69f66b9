import type { IDataObject } from 'n8n-workflow';

import type { Draft } from '../../../../shared/payload/messages/envelope';
import { multiProductDraft } from '../../../../shared/payload/messages/multiProduct';
import { productCarouselDraft } from '../../../../shared/payload/messages/productCarousel';
import { singleProductDraft } from '../../../../shared/payload/messages/singleProduct';
import { templateDraft } from '../../../../shared/payload/messages/templateMessage';
import type { ReorderForm } from '../../../../shared/payload/reorder/messageForm';
import { newestFirst } from '../../../../shared/payload/reorder/orderedProducts';
import { sectionsByQuantity } from '../../../../shared/payload/reorder/quantitySections';
import {
	type OrderedBefore,
	withQuantities,
} from '../../../../shared/payload/reorder/quantityText';
import { withTemplateQuantities } from '../../../../shared/payload/reorder/templateQuantities';
import type { Schema } from '../../../../shared/payload/rules/rules';
import type { ProductTemplate } from '../../../../shared/payload/templates/productTemplate';
import { variablesOf } from '../../../../shared/payload/templates/templateVariables';
import { textLike } from '../../../../shared/payload/values/text';
import { readTemplate } from '../../../fields/approvedTemplate';
import { readEnvelope } from '../../../fields/envelope';
import { templateVariables } from '../../../fields/templateVariables';
import { headerText } from '../../../fields/texts';
import type { Run } from '../../../items/run';
import type { Reorder } from './reorder';
import { readTemplateForOne } from './templateForOne';

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
export async function readDraft(run: Run, reorder: Reorder): Promise<ReorderDraft> {
	if (reorder.failure) throw reorder.failure;
	const { form } = reorder;
	const [item] = reorder.items;
	const before = beforeOf(reorder);
	const envelope = readEnvelope(run, item);
	const isInBody = run.given('quantities', item) === 'body';
	const body = String(textLike(envelope.bodyText));
	return {
		...envelope,
		...addressOf(reorder, envelope),
		form,
		headerText: headerText.read(run, item),
		bodyText: withQuantities(body, isInBody ? before : []),
		sections: sectionsOf(run, reorder, item),
		productRetailerId: reorder.products[0],
		...(form.startsWith('template') && (await templateOf(run, form, before, item))),
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

function sectionsOf(run: Run, { products, lastQuantities }: Reorder, item: number): unknown {
	if (run.given('quantities', item) !== 'sections') return [{ skus: products }];
	const title = String(run.given('quantityTitle', item, ''));
	return sectionsByQuantity(products, lastQuantities, title);
}

async function templateOf(run: Run, form: ReorderForm, before: OrderedBefore[], item: number) {
	const isForOne = form === 'templateForOne';
	const read = isForOne ? readTemplateForOne : readTemplate;
	const template = await read(run, item);
	const given = (templateVariables.read(run, item) ?? {}) as IDataObject;
	const wanted = variablesOf(template).map(({ key }) => key);
	// The texts were given for the other template: this one takes those that it has a place for.
	const fitting = Object.entries(given).filter(([key]) => !isForOne || wanted.includes(key));
	const variables = withTemplateQuantities(template, Object.fromEntries(fitting), before);
	return { template, variables, urlSuffix: '{sku}' };
}
