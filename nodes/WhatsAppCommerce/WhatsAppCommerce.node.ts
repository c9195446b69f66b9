import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { searchCatalogs } from './fields/catalog';
import { searchPhoneNumbers } from '../shared/fields/phoneNumber';
import { searchProducts } from './fields/product';
import { searchProductSets } from './fields/productSet';
import {
	getTemplateVariables,
	searchProductTemplates,
	searchSingleProductTemplates,
} from './fields/template';
import * as catalog from './operations/catalog';
import * as order from './operations/order';
import * as productMessage from './operations/productMessage';
import * as setup from './operations/setup';
import * as template from './operations/template';
import { router } from './router';

/**
 * Programmatic and not declarative, because a message is checked across its fields before anything
 * is sent, and because Meta's refusals are told apart by the code in their body.
 */
export class WhatsAppCommerce implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Commerce',
		name: 'whatsAppCommerce',
		icon: {
			light: 'file:../../icons/whatsAppCommerce.svg',
			dark: 'file:../../icons/whatsAppCommerce.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle:
			'={{ { sendSingleProduct: "Single product", sendMultiProduct: "Multi-product", sendProductCarousel: "Product carousel", sendCatalog: "Catalog", sendProductTemplate: "Product template", createTemplate: "Create product template", getTemplates: "Get many product templates", getProducts: "Get many products", getProduct: "Get a product", getProductSets: "Get many product sets", checkProducts: "Check products", reorder: "Reorder", checkOrder: "Check order", diagnose: "Diagnose setup", getCommerceSettings: "Get commerce settings", updateCommerceSettings: "Update commerce settings" }[$parameter.operation] }}',
		description: 'Sell on WhatsApp: send products and product lists that customers can order from',
		defaults: { name: 'WhatsApp Commerce' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'whatsAppCommerceApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				default: 'productMessage',
				options: [
					{ name: 'Catalog', value: 'catalog' },
					{ name: 'Order', value: 'order' },
					{ name: 'Product Message', value: 'productMessage' },
					{ name: 'Setup', value: 'setup' },
					{ name: 'Template', value: 'template' },
				],
			},
			...catalog.description,
			...order.description,
			...productMessage.description,
			...setup.description,
			...template.description,
		],
	};

	methods = {
		listSearch: {
			searchCatalogs,
			searchPhoneNumbers,
			searchProducts,
			searchProductSets,
			searchProductTemplates,
			searchSingleProductTemplates,
		},
		resourceMapping: { getTemplateVariables },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(this);
	}
}
