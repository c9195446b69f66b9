import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';

import { matching, toRows } from '../../shared/fields/listSearch';
import { productTemplates } from '../../shared/graph/account/templates';
import { connect } from '../../shared/graph/connection';
import type { PageResult } from '../../shared/graph/paging';
import { LABELS } from '../../shared/payload/labels';
import type { ProductTemplate } from '../../shared/payload/templates/productTemplate';
import { unread, unreadLocator } from './reading/fields';

/** The kind decides which fields a template takes. */
export const templateKind = unread({
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
});

/** The ways to choose a template: from a list with this search, or by its name. */
export const templateModes = (searchListMethod: string): Pick<INodeProperties, 'modes'> => ({
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a template…',
			typeOptions: { searchListMethod, searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. weekly_list/en_US',
			hint: 'The name of the template, a slash, and the code of the language',
		},
	],
});

/** A template of that kind, in one of its languages. */
export const template = unreadLocator({
	displayName: LABELS.template,
	name: 'template',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'An approved template of the business account, in the language to send',
	typeOptions: { loadOptionsDependsOn: ['templateKind'] },
	...templateModes('searchProductTemplates'),
});

/** A template as the locator stores it: `weekly_list/en_US`. */
const templateValue = ({ name, language }: { name: string; language: string }) =>
	`${name}/${language}`;

/** The name and language of a locator's value; null when there are not both. */
export function readTemplateValue(value: unknown): { name: string; language: string } | null {
	const [, name, language] =
		/^\s*([^/\s]+)\s*\/\s*([A-Za-z]{2,3}(?:_[A-Za-z]+)?)\s*$/.exec(String(value ?? '')) ?? [];
	return name === undefined || language === undefined ? null : { name, language };
}

/** Pages read for one opening of the list: an account can have hundreds of templates of other kinds. */
const PAGES = 10;

/** Operations that have the field Template Type. In others its value is a leftover. */
const OF_ONE_KIND = new Set<unknown>(['sendProductTemplate', 'reorder']);

/** The approved product templates, of the chosen type where there is one, in each of their languages. */
export async function searchProductTemplates(
	context: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const isOneKind = OF_ONE_KIND.has(context.getCurrentNodeParameter('operation'));
	const kind = isOneKind ? context.getCurrentNodeParameter('templateKind') : undefined;
	return await approvedTemplates(context, kind, filter, paginationToken);
}

/** The same for the templates that show one product. */
export async function searchSingleProductTemplates(
	context: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await approvedTemplates(context, 'singleProduct', filter, paginationToken);
}

async function approvedTemplates(
	context: ILoadOptionsFunctions,
	kind: unknown,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const graph = await connect(context);
	for (let page = 0, after = paginationToken; ; page++) {
		const read = await productTemplates(graph, { status: 'APPROVED' }, after);
		const rows = toRows(context.getNode(), onlyOf(kind, read), (one) => ({
			name: `${one.name} · ${one.language}`,
			value: templateValue(one),
			...(one.body && { description: one.body.text }),
		}));
		const found = matching(rows, filter);
		after = found.paginationToken as string | undefined;
		if (found.results.length > 0 || after === undefined || page === PAGES - 1) return found;
	}
}

/** The templates of this kind, or all of them where no kind is asked for. */
function onlyOf(kind: unknown, read: PageResult<ProductTemplate>): PageResult<ProductTemplate> {
	if (!read.ok || kind === undefined) return read;
	const rows = read.value.rows.filter((one) => one.kind === kind);
	return { ok: true, value: { ...read.value, rows } };
}
