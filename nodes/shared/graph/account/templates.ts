import {
	readProductTemplate,
	readTemplate,
	type NamedTemplate,
	type ProductTemplate,
} from '../../payload/templates/productTemplate';
import type { GraphAnswer, Result } from '../answer';
import { allRows, rowsPage, type PageResult } from '../paging';
import type { Graph } from '../connection';

const FIELDS = 'name,language,status,category,parameter_format,components';

/** Which templates are wanted. */
interface TemplateQuery {
	/** Whether Meta looks for the whole name or for a part of it is not documented. */
	name?: string;
	/** Only those with this review status, for instance APPROVED. */
	status?: string;
}

/**
 * A page of the account's product templates. Others are left out, so a page can be empty although more
 * follow. Facts 1.6–1.9.
 */
export const productTemplates = async (
	graph: Graph,
	query: TemplateQuery = {},
	after?: string,
): Promise<PageResult<ProductTemplate>> =>
	await templatesPage(graph, query, readProductTemplate, after);

/** All templates of this name: one for each of its languages, also those without products. */
export async function templatesNamed(graph: Graph, name: string): Promise<Result<NamedTemplate[]>> {
	const read = await allRows(
		async (after) => await templatesPage(graph, { name }, readTemplate, after),
	);
	return read.ok ? { ok: true, value: read.value.filter((one) => one.name === name) } : read;
}

async function templatesPage<T>(
	graph: Graph,
	{ name, status }: TemplateQuery,
	readRow: (row: unknown) => T | null,
	after?: string,
): Promise<PageResult<T>> {
	const result = await rowsPage(graph, [graph.businessAccountId, 'message_templates'], {
		fields: FIELDS,
		limit: '100',
		...(name && { name }),
		...(status && { status }),
		after,
	});
	if (!result.ok) return result;
	const rows = result.value.rows.flatMap((row): T[] => {
		const read = readRow(row);
		return read === null ? [] : [read];
	});
	return { ok: true, value: { ...result.value, rows } };
}

/** One template; undefined when there is none of that name and language that shows products. */
export async function productTemplate(
	graph: Graph,
	name: string,
	language: string,
): Promise<Result<ProductTemplate | undefined>> {
	const read = await templatesNamed(graph, name);
	if (!read.ok) return read;
	const found = read.value.find((one) => one.language === language);
	return { ok: true, value: found?.product ?? undefined };
}

/** Hands a new template in for Meta's review. Facts 1.6, 1.8. */
export const createTemplate = async (graph: Graph, template: object): Promise<GraphAnswer> =>
	await graph.call({
		method: 'POST',
		path: [graph.businessAccountId, 'message_templates'],
		body: template,
	});
