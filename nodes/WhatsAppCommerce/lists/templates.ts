import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { connect } from '../../shared/graph/connection';
import { productTemplates } from '../../shared/graph/templates';
import type { ProductTemplate } from '../../shared/payload/productTemplate';
import { templateValue } from '../fields/template';
import { matching, toRows } from './search';

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
