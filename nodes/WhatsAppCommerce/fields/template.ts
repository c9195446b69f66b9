import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeProperties,
	ResourceMapperFields,
} from 'n8n-workflow';

import { connect } from '../../shared/graph/connection';
import { readRefusedError } from '../../shared/graph/refusals/readRefused';
import { productTemplate, productTemplates } from '../../shared/graph/account/templates';
import type { ProductTemplate } from '../../shared/payload/templates/productTemplate';
import { variablesOf } from '../../shared/payload/templates/templateVariables';
import { preview } from '../../shared/payload/values/text';
import { matching, toRows } from '../../shared/fields/listSearch';

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

/** Pages read for one opening of the list: an account can have hundreds of templates of other kinds. */
const PAGES = 10;

/** Operations that ask for the type of their template: elsewhere a value of that field is a leftover. */
const OF_ONE_KIND = new Set<unknown>(['sendProductTemplate', 'reorder']);

/** The approved product templates, of the chosen type where there is one, in each of their languages. */
export async function searchProductTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const isOneKind = OF_ONE_KIND.has(this.getCurrentNodeParameter('operation'));
	const kind = isOneKind ? this.getCurrentNodeParameter('templateKind') : undefined;
	return await approvedTemplates.call(this, kind, filter, paginationToken);
}

/** The same of the type that shows one product. */
export async function searchSingleProductTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await approvedTemplates.call(this, 'singleProduct', filter, paginationToken);
}

async function approvedTemplates(
	this: ILoadOptionsFunctions,
	kind: unknown,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const graph = await connect(this);
	const rows: INodeListSearchResult = { results: [], paginationToken };
	for (let page = 0; page < PAGES && rows.results.length === 0; page++) {
		const after = rows.paginationToken as string | undefined;
		const result = await productTemplates(graph, { status: 'APPROVED' }, after);
		const { results, paginationToken: next } = toRows(this.getNode(), result, (template) => ({
			name: `${template.name} · ${template.language}`,
			value: [undefined, template.kind].includes(kind as ProductTemplate['kind'] | undefined)
				? templateValue(template)
				: '',
			description: template.body?.text,
		}));
		const ofKind = { results: results.filter(({ value }) => value !== '') };
		rows.results = matching(ofKind, filter).results;
		rows.paginationToken = next;
		if (next === undefined) break;
	}
	return rows;
}

/** A field for each variable of the chosen template, named by its place and the text around it. */
export async function getTemplateVariables(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const chosen = readTemplateValue(
		this.getCurrentNodeParameter('template', { extractValue: true }),
	);
	if (!chosen) return { fields: [], emptyFieldsNotice: 'Choose a template first.' };
	const result = await productTemplate(await connect(this), chosen.name, chosen.language);
	if (!result.ok) throw readRefusedError(this.getNode(), result.refusal);
	const variables = result.value ? variablesOf(result.value) : [];
	return {
		fields: variables.map(({ key, place, name, text }) => ({
			id: key,
			displayName: `${place === 'header' ? 'Header' : 'Body'} ${name} · ${wordsAround(text, name)}`,
			required: true,
			defaultMatch: false,
			canBeUsedToMatch: false,
			display: true,
			type: 'string',
		})),
		...(variables.length === 0 && { emptyFieldsNotice: 'This template has no variables.' }),
	};
}

/** Words before a variable that its label shows: the editor cuts labels after some 25 characters. */
const WORDS_BEFORE = 2;

/** The variable with what stands around it: `…you ordered {{1}}. Put your basket…`. */
function wordsAround(text: string, name: string): string {
	const [before, ...after] = text.split(`{{${name}}}`);
	const words = before.split(/\s+/).filter((word) => word !== '');
	const shown = words.slice(-WORDS_BEFORE).join(' ');
	const start = words.length > WORDS_BEFORE ? `…${shown}` : shown;
	return preview([start, [`{{${name}}}`, ...after].join('')].join(start && ' '), 60);
}
