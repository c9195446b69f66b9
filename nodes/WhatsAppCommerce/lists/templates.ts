import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { connect } from '../../shared/graph/connection';
import { productTemplates } from '../../shared/graph/templates';
import { templateValue } from '../fields/template';
import { matching, toRows } from './search';

/** Pages read for one opening of the list: an account can have hundreds of templates of other kinds. */
const PAGES = 10;

/** The approved product templates of the chosen kind, each in each of its languages. */
export async function searchProductTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const kind = this.getCurrentNodeParameter('templateKind');
	return await approvedTemplates.call(this, kind, filter, paginationToken);
}

/** The same of the kind that shows one product. */
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
			value: template.kind === kind ? templateValue(template) : '',
			description: template.body?.text,
		}));
		const ofKind = { results: results.filter(({ value }) => value !== '') };
		rows.results = matching(ofKind, filter).results;
		rows.paginationToken = next;
		if (next === undefined) break;
	}
	return rows;
}
