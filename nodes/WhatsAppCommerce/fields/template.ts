import type { INodeProperties } from 'n8n-workflow';

/** The kind decides which fields a template takes. */
export const templateKindField: INodeProperties = {
	displayName: 'Template Type',
	name: 'templateKind',
	type: 'options',
	noDataExpression: true,
	default: 'multiProduct',
	options: [
		{
			name: 'Catalog',
			value: 'catalog',
			description: 'Opens the whole catalog',
		},
		{
			name: 'Multi-Product',
			value: 'multiProduct',
			description: 'Opens a list of products in sections',
		},
		{
			name: 'Product Carousel',
			value: 'carousel',
			description: 'Shows products as cards to swipe through',
		},
		{
			name: 'Single Product',
			value: 'singleProduct',
			description: 'Shows one product',
		},
	],
};

/** A template of that kind, in one of its languages. */
export const templateField: INodeProperties = {
	displayName: 'Template',
	name: 'template',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'An approved template of the business account, in the language to send',
	typeOptions: { loadOptionsDependsOn: ['templateKind'] },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a template…',
			typeOptions: { searchListMethod: 'searchProductTemplates', searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. weekly_list/en_US',
			hint: 'The name of the template, a slash, and the code of the language',
		},
	],
};

/** The texts that the chosen template leaves open. */
export const templateVariablesField: INodeProperties = {
	displayName: 'Template Variables',
	name: 'templateVariables',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	description: 'What stands in the place of each variable of the template',
	typeOptions: {
		loadOptionsDependsOn: ['template.value'],
		resourceMapper: {
			resourceMapperMethod: 'getTemplateVariables',
			mode: 'add',
			fieldWords: { singular: 'variable', plural: 'variables' },
			addAllFields: true,
			multiKeyMatch: false,
			supportAutoMap: false,
		},
	},
};

/** A template as the locator holds it: `weekly_list/en_US`. */
export const templateValue = ({ name, language }: { name: string; language: string }) =>
	`${name}/${language}`;

/** The name and language of a locator's value; null when there are not both. */
export function readTemplateValue(value: unknown): { name: string; language: string } | null {
	const [, name, language] =
		/^\s*([^/\s]+)\s*\/\s*([A-Za-z]{2,3}(?:_[A-Za-z]+)?)\s*$/.exec(String(value ?? '')) ?? [];
	return name === undefined ? null : { name, language };
}
