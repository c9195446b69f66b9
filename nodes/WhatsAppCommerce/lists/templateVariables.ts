import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { connect } from '../../shared/graph/connection';
import { refusedError } from '../../shared/graph/refusedError';
import { productTemplate } from '../../shared/graph/templates';
import { variablesOf } from '../../shared/payload/templateVariables';
import { preview } from '../../shared/payload/text';
import { readTemplateValue } from '../fields/template';

/** A field for each variable of the chosen template, named by its place and the text around it. */
export async function getTemplateVariables(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const chosen = readTemplateValue(
		this.getCurrentNodeParameter('template', { extractValue: true }),
	);
	if (!chosen) return { fields: [], emptyFieldsNotice: 'Choose a template first.' };
	const result = await productTemplate(await connect(this), chosen.name, chosen.language);
	if (!result.ok) throw refusedError(this.getNode(), result.refusal);
	const variables = result.template ? variablesOf(result.template) : [];
	return {
		fields: variables.map(({ key, place, name, text }) => ({
			id: key,
			displayName: `${place === 'header' ? 'Header' : 'Body'} ${name} · ${preview(text, 60)}`,
			required: true,
			defaultMatch: false,
			canBeUsedToMatch: false,
			display: true,
			type: 'string',
		})),
		...(variables.length === 0 && { emptyFieldsNotice: 'This template has no variables.' }),
	};
}
