import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { productTemplate } from '../../shared/graph/account/templates';
import { connect } from '../../shared/graph/connection';
import { readRefusedError } from '../../shared/graph/refusals/readRefused';
import { LABELS } from '../../shared/payload/labels';
import {
	type TemplateVariable,
	variablesOf,
} from '../../shared/payload/templates/templateVariables';
import { preview } from '../../shared/payload/values/text';
import type { Field } from '../items/field';
import { readTemplateValue } from './template';

/** The texts that the chosen template leaves open. */
export const templateVariables: Field = {
	property: {
		displayName: LABELS.variables,
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
	},
	read: (run, item) => run.given('templateVariables.value', item, {}),
};

/** A field for each variable of the chosen template, named by its place and the text around it. */
export async function getTemplateVariables(
	context: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const chosen = readTemplateValue(
		context.getCurrentNodeParameter('template', { extractValue: true }),
	);
	if (!chosen) return { fields: [], emptyFieldsNotice: 'Choose a template first.' };
	const read = await productTemplate(await connect(context), chosen.name, chosen.language);
	if (!read.ok) throw readRefusedError(context.getNode(), read.refusal);
	const variables = read.value ? variablesOf(read.value) : [];
	return {
		fields: variables.map((variable) => ({
			id: variable.key,
			displayName: labelOf(variable),
			required: true,
			defaultMatch: false,
			canBeUsedToMatch: false,
			display: true,
			type: 'string',
		})),
		...(variables.length === 0 && { emptyFieldsNotice: 'This template has no variables.' }),
	};
}

function labelOf({ place, name, text }: TemplateVariable): string {
	switch (place) {
		case 'header':
			return `Header ${name} · ${wordsAround(text, name)}`;
		case 'body':
			return `Body ${name} · ${wordsAround(text, name)}`;
		case 'media':
			return `Header ${name} · address or media ID`;
		case 'button':
			return `Button ${name} · ${preview(text, 60)}`;
		case 'card':
			return `Card button ${name} · ${preview(text, 60)}`;
	}
}

/** Words before a variable that its label shows: the editor cuts labels after some 25 characters. */
const WORDS_BEFORE = 2;

/** The variable with the text around it: `…you ordered {{1}}. Put your basket…`. */
function wordsAround(text: string, name: string): string {
	const [before = '', ...after] = text.split(`{{${name}}}`);
	const words = before.split(/\s+/).filter((word) => word !== '');
	const shown = words.slice(-WORDS_BEFORE).join(' ');
	const start = words.length > WORDS_BEFORE ? `…${shown}` : shown;
	return preview([start, [`{{${name}}}`, ...after].join('')].join(start && ' '), 60);
}
