import { productTemplates } from '../../../shared/graph/account/templates';
import { allRows } from '../../../shared/graph/paging';
import { variablesOf } from '../../../shared/payload/templates/templateVariables';
import { limit } from '../../fields/limit';
import { eachItem } from '../../items/eachItem';
import { operation } from '../../items/operation';

/** The product templates of the business account, in each of their languages. */
export const getTemplates = operation({
	resource: 'template',
	value: 'getTemplates',
	name: 'Get Many Product Templates',
	action: 'Get many product templates',
	description: 'List the templates that show products, with their review status',
	subtitle: 'Get many product templates',
	fields: limit.properties,
	execute: eachItem(async (run, item) => {
		const read = await allRows(
			async (after) => await productTemplates(run.graph, {}, after),
			limit.read(run, item),
		);
		return run.value(read, item).map((template) => ({
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
	}),
});
