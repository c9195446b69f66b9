import { updateDisplayOptions } from 'n8n-workflow';

import { allRows } from '../../../shared/graph/paging';
import { readRefusedError } from '../../../shared/graph/refusals/readRefused';
import { productTemplates } from '../../../shared/graph/account/templates';
import { variablesOf } from '../../../shared/payload/templates/templateVariables';
import { limitFields, readLimit } from '../../fields/limit';
import { eachItem } from '../../items/eachItem';

export const description = updateDisplayOptions(
	{ show: { resource: ['template'], operation: ['getTemplates'] } },
	limitFields,
);

/** The product templates of the business account, in each of their languages. */
export const execute = eachItem(async function (item, graph) {
	const read = async (after?: string) => await productTemplates(graph, {}, after);
	const result = await allRows(read, readLimit.call(this, item));
	if (!result.ok) throw readRefusedError(this.getNode(), result.refusal, item);
	return result.value.map((template) => ({
		name: template.name,
		language: template.language,
		templateKind: template.kind,
		status: template.status,
		headerText: template.header?.text ?? null,
		bodyText: template.body?.text ?? null,
		footerText: template.footer,
		buttonText: template.button,
		variables: variablesOf(template).map(({ key }) => key),
	}));
});
