import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { connect } from '../../shared/graph/connection';
import { readRefusedError } from '../../shared/graph/readRefused';
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
	if (!result.ok) throw readRefusedError(this.getNode(), result.refusal);
	const variables = result.template ? variablesOf(result.template) : [];
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
