import type { IDataObject } from 'n8n-workflow';

import { PRODUCT_SET_IDS } from '../../../sandbox/world/shop/productSets.mts';
import { CATALOG_ID, PHONE_NUMBER_ID } from '../../support/parameters';
import { byId } from '../../support/run';
import { orderOf } from '../../support/fixtures/orders';

/** One run of an operation that the documentation shows. */
export interface Sample {
	parameters: IDataObject;
	/** What goes in; one empty item without it. */
	items?: IDataObject[];
	/** Which of the items that come out are shown; all without it. */
	only?: (item: IDataObject) => boolean;
}

const phoneNumberId = byId(PHONE_NUMBER_ID);
const catalogId = byId(CATALOG_ID);
const recipient = '+1 650 555 1234';
const order = orderOf(
	[
		['BAK-SOURDOUGH', 2, 6.2],
		['BAK-BAGUETTE', 1, 3.2],
	],
	{ orderId: 'wamid.ORDER', placedAt: '2026-11-21T10:00:00.000Z' },
);

/** By resource and operation, as in `catalog/getProducts`. */
export const SAMPLES: Record<string, Sample> = {
	'catalog/checkProducts': { parameters: { catalogId, skus: 'BAK-RYE, BAK-RYF' } },
	'catalog/getProduct': { parameters: { catalogId, productRetailerId: byId('BAK-RYE') } },
	'catalog/getProductSets': { parameters: { catalogId, limit: 2 } },
	'catalog/getProducts': {
		parameters: {
			catalogId,
			limit: 2,
			fields: ['name', 'price', 'salePrice', 'availability', 'sendable'],
			filters: { search: 'beans' },
		},
	},
	'order/checkOrder': { parameters: {}, items: [order] },
	'order/reorder': {
		parameters: {
			headerText: 'Running low?',
			bodyText: 'This is what you had last time:',
			substitutes: 'nearest',
		},
		items: [order],
	},
	'productMessage/sendCatalog': {
		parameters: { phoneNumberId, recipient, bodyText: 'Everything we sell' },
	},
	'productMessage/sendMultiProduct': {
		parameters: {
			phoneNumberId,
			recipient,
			headerText: 'Fresh today',
			bodyText: 'Put what you like into the cart.',
			catalogId,
			productSource: 'skuList',
			skuList: 'Bread: BAK-RYE, BAK-RYF\nCoffee: COF-HOUSE',
		},
	},
	'productMessage/sendProductCarousel': {
		parameters: {
			phoneNumberId,
			recipient,
			bodyText: 'Picked for you',
			catalogId,
			productSource: 'productSet',
			productSetId: byId(PRODUCT_SET_IDS.weeklyBasket),
			maxProducts: 3,
		},
	},
	'productMessage/sendProductTemplate': {
		parameters: {
			phoneNumberId,
			recipient,
			templateKind: 'singleProduct',
			template: byId('back_in_stock/en_US'),
			templateVariables: { value: { body_first_name: 'Pablo', body_product: 'Dark Rye Loaf' } },
			catalogId,
			productRetailerId: byId('BAK-RYE'),
		},
	},
	'productMessage/sendSingleProduct': {
		parameters: {
			phoneNumberId,
			recipient,
			catalogId,
			productRetailerId: byId('BAK-RYE'),
			bodyText: 'Still warm',
			options: { trackingData: 'campaign-7' },
		},
	},
	'setup/diagnose': {
		parameters: { phoneNumberId, options: { sampleSkus: 'BAK-RYE, BAK-BAGUETTE' } },
		only: ({ check }) =>
			['permissions', 'number', 'callbackUrl', 'sampleSkus', 'cart'].includes(String(check)),
	},
	'setup/getCommerceSettings': { parameters: { phoneNumberId } },
	'setup/updateCommerceSettings': {
		parameters: { phoneNumberId, commerceSettings: { cartEnabled: false } },
	},
	'template/createTemplate': {
		parameters: {
			newTemplateKind: 'catalog',
			templateName: 'shop_now',
			language: 'en_US',
			bodyText: 'Our new catalog is here',
		},
	},
	'template/getTemplates': { parameters: { returnAll: false, limit: 1 } },
};
