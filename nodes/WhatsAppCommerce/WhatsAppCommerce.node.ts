import {
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
	type ResourceMapperFields,
} from 'n8n-workflow';

import type { ListSearch } from '../shared/fields/listSearch';
import { searchPhoneNumbers } from '../shared/fields/phoneNumber';
import { properties, subtitle } from './description';
import { searchCatalogs } from './fields/catalog';
import { searchProducts } from './fields/product';
import { searchCountries } from './fields/options/numberCountry';
import { searchProductSets } from './fields/productSet';
import { searchProductTemplates, searchSingleProductTemplates } from './fields/template';
import { getTemplateVariables } from './fields/templateVariables';
import { route } from './router';

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
		subtitle,
		description: 'Sell on WhatsApp: send products and product lists that customers can order from',
		defaults: { name: 'WhatsApp Commerce' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'whatsAppCommerceApi', required: true }],
		properties,
	};

	methods = {
		listSearch: {
			searchCatalogs: asMethod(searchCatalogs),
			searchCountries: asMethod(searchCountries),
			searchPhoneNumbers: asMethod(searchPhoneNumbers),
			searchProducts: asMethod(searchProducts),
			searchProductSets: asMethod(searchProductSets),
			searchProductTemplates: asMethod(searchProductTemplates),
			searchSingleProductTemplates: asMethod(searchSingleProductTemplates),
		},
		resourceMapping: {
			async getTemplateVariables(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
				return await getTemplateVariables(this);
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await route(this);
	}
}

/** n8n calls the search of a drop-down with its context as `this`. */
const asMethod = (search: ListSearch) =>
	async function (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) {
		return await search(this, filter, paginationToken);
	};
