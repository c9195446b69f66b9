import type { INodeProperties } from 'n8n-workflow';

/** The catalog that the products are in. */
export const catalogField: INodeProperties = {
	displayName: 'Catalog',
	name: 'catalogId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The catalog that is connected to the business account',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a catalog…',
			typeOptions: { searchListMethod: 'searchCatalogs', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 194836987003835',
			hint: 'The catalog ID as Commerce Manager shows it',
		},
	],
};

/**
 * A product, picked from the chosen catalog or typed as SKU. The search depends on the catalog, at
 * the top level and inside a row of a section alike.
 */
export const productField: INodeProperties = {
	displayName: 'Product',
	name: 'productRetailerId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The product to show',
	typeOptions: { loadOptionsDependsOn: ['catalogId.value'] },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a product…',
			typeOptions: { searchListMethod: 'searchProducts', searchable: true },
		},
		{
			displayName: 'By SKU',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. BREAD-01',
			hint: 'The content ID of the product in the catalog (your own SKU), not the product ID of Meta',
		},
	],
};
