import type { IDataObject } from 'n8n-workflow';

import { variantName } from '../../../../shared/payload/catalog/productName';
import type { Draft } from '../../../../shared/payload/messages/envelope';
import {
	type ListOptions,
	multiProductDraft,
} from '../../../../shared/payload/messages/multiProduct';
import { productCarouselDraft } from '../../../../shared/payload/messages/productCarousel';
import { singleProductDraft } from '../../../../shared/payload/messages/singleProduct';
import { templateDraft } from '../../../../shared/payload/messages/templateMessage';
import type { ReorderForm } from '../../../../shared/payload/reorder/messageForm';
import { withPhone } from '../../../../shared/payload/reorder/customerGroups';
import { newestFirst } from '../../../../shared/payload/reorder/orderedProducts';
import { sectionsByQuantity } from '../../../../shared/payload/reorder/quantitySections';
import {
	type OrderedBefore,
	withQuantities,
} from '../../../../shared/payload/reorder/quantityText';
import { withTemplateQuantities } from '../../../../shared/payload/reorder/templateQuantities';
import { GivenRecipient } from '../../../../shared/payload/rules/recipient';
import type { Schema } from '../../../../shared/payload/rules/rules';
import { variablesOf } from '../../../../shared/payload/templates/templateVariables';
import { textLike } from '../../../../shared/payload/values/text';
import { readTemplate } from '../../../fields/approvedTemplate';
import { readEnvelope } from '../../../fields/envelope';
import { lineBreaks } from '../../../fields/options/lineBreaks';
import { templateVariables } from '../../../fields/templateVariables';
import { headerText } from '../../../fields/texts';
import type { Run } from '../../../items/run';
import type { MessageInput } from '../../../sending/sendOperation';
import type { Failed, Planned } from './reorder';
import { readTemplateForOne } from './templateForOne';

/** One message for each customer: a list never becomes several. */
const ONE_MESSAGE = { overflow: 'fail', singleWhenOne: false } as const;

function schemaOf(form: ReorderForm, options: ListOptions): Schema<Draft> {
	if (form === 'multiProduct') return multiProductDraft(options);
	return form === 'carousel' ? productCarouselDraft(options) : singleProductDraft;
}

/** @throws the reason why the reorder could not be planned, or why its template cannot be sent */
export async function readReorder(run: Run, reorder: Planned | Failed): Promise<MessageInput> {
	if ('failure' in reorder) throw reorder.failure;
	const { form, items, products } = reorder;
	const [item] = items;
	const before = beforeOf(reorder);
	const envelope = readEnvelope(run, item);
	const isInBody = run.given('quantities', item) === 'body';
	const body = String(textLike(envelope.bodyText));
	const fields = {
		...envelope,
		...addressOf(reorder, envelope),
		headerText: headerText.read(run, item),
		bodyText: withQuantities(body, isInBody ? before : []),
		sections: sectionsOf(run, reorder, item),
		productRetailerId: products[0],
	};
	const options = { ...ONE_MESSAGE, lineBreaks: lineBreaks.read(run, item) ?? 'fold' };
	if (!form.startsWith('template')) return { fields, schema: schemaOf(form, options) };
	const { template, ...filled } = await templateOf(run, form, before, item);
	return { fields: { ...fields, ...filled }, schema: templateDraft(template, options) };
}

/** Substitutes were not there last time, so they have no quantity. */
function beforeOf({ products, lastQuantities, catalog }: Planned): OrderedBefore[] {
	return products.map((sku) => ({
		name: variantName(catalog?.get(sku) ?? {}) ?? sku,
		quantity: lastQuantities.get(sku) ?? null,
	}));
}

/** What the orders fill in where the builder gave nothing. */
function addressOf(
	{ orders, customerKey, isAddress, catalogId }: Planned,
	given: { phoneNumberId: unknown },
) {
	const received = newestFirst(orders).find(({ phoneNumberId }) => phoneNumberId !== null);
	const home = orders[0]?.home ?? null;
	const isChosen = textLike(given.phoneNumberId) !== '';
	return {
		phoneNumberId: isChosen ? given.phoneNumberId : received?.phoneNumberId,
		// Read when the orders were gathered: what a webhook gave need not fit a numbering plan.
		recipient: new GivenRecipient(withPhone(customerKey, orders), home, isAddress),
		catalogId,
	};
}

function sectionsOf(run: Run, { products, lastQuantities }: Planned, item: number): unknown {
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
