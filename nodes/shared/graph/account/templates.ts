import { readProductTemplate, type ProductTemplate } from '../../payload/templates/productTemplate';
import type { GraphAnswer, Result } from '../answer';
import { allRows, rowsPage, type PageResult } from '../paging';
import type { Graph } from '../connection';

const FIELDS = 'name,language,status,category,parameter_format,components';

/**
 * A page of the account's product templates. Others are left out, so a page can be empty although more
 * follow. Facts 1.6–1.9.
 *
 * @param status only templates with this review status, for instance APPROVED
 */
export async function productTemplates(
	graph: Graph,
	{ name, status }: { name?: string; status?: string } = {},
	after?: string,
): Promise<PageResult<ProductTemplate>> {
	const result = await rowsPage(graph, [graph.businessAccountId, 'message_templates'], {
		fields: FIELDS,
		limit: '100',
		...(name && { name }),
		...(status && { status }),
		after,
	});
	if (!result.ok) return result;
	const rows = result.value.rows.flatMap((row) => readProductTemplate(row) ?? []);
	return { ok: true, value: { ...result.value, rows } };
}

/** One template; undefined when there is none of that name and language that shows products. */
export async function productTemplate(
	graph: Graph,
	name: string,
	language: string,
): Promise<Result<ProductTemplate | undefined>> {
	// Whether Meta looks for the whole name or for a part of it is not documented.
	const result = await allRows(async (after) => await productTemplates(graph, { name }, after));
	if (!result.ok) return result;
	const template = result.value.find((one) => one.name === name && one.language === language);
	return { ok: true, value: template };
}

/** Hands a new template in for Meta's review. Facts 1.6, 1.8. */
export const createTemplate = async (graph: Graph, template: object): Promise<GraphAnswer> =>
	await graph.call({
		method: 'POST',
		path: [graph.businessAccountId, 'message_templates'],
		body: template,
	});
