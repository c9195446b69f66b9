import { pageOf } from './lists/paging.mts';
import type { Context } from '../world/context.mts';
import { readTemplate } from '../rules/newTemplate/creation.mts';
import { CATEGORIES, findTemplate, TEMPLATE_STATUSES } from '../world/templates/template.mts';
import type { Template } from '../world/templates/template.mts';
import { pickFields } from './fields.mts';
import type { Fields } from './fields.mts';
import { healthOf } from './health.mts';
import { NODE_TYPES } from './nodes.mts';
import { optionalList, requiredString } from '../rules/parameters.mts';
import type { Parameters } from '../rules/parameters.mts';
import { parameterRefusal } from '../rules/refusal/refusal.mts';
import type { GraphCallFacts, GraphRequest } from './request.mts';

const DEFAULT_FIELDS = ['name', 'parameter_format', 'components', 'language', 'status', 'category'];

/** GET /{WABA_ID}/message_templates. The edge is in facts 1.6 and 4, its filters are general Graph knowledge. */
export function listTemplates(
	{ state }: Context,
	request: GraphRequest<'businessAccount'>,
): object {
	const matches = filterOf(request.parameters);
	const found = [...state.templates.values()].filter(matches);
	const { rows, paging } = pageOf(found, ({ id }) => id, request);
	return { data: rows.map((row) => show(row, request)), ...(paging ? { paging } : {}) };
}

/** GET /{TEMPLATE_ID} (facts 6.5: health_status). */
export function readTemplateNode(_context: Context, request: GraphRequest<'template'>): object {
	return show(request.node.template, request);
}

/** POST /{WABA_ID}/message_templates (facts 1.6–1.9). */
export function createTemplate(
	{ state, changes }: Context,
	{ parameters }: GraphRequest<'businessAccount'>,
): object {
	const template = readTemplate(parameters);
	const { id, name, language, status, category } = template;
	if (findTemplate(state.templates.values(), name, language))
		throw parameterRefusal(`There is already a template "${name}" in ${language}.`);
	state.templates.set(id, template);
	changes.tell('templates');
	return { id, status, category };
}

/** DELETE /{WABA_ID}/message_templates?name=: the template in all its languages. */
export function deleteTemplates(
	{ state, changes }: Context,
	{ parameters }: GraphRequest<'businessAccount'>,
): object {
	const name = requiredString(parameters, 'name');
	const found = [...state.templates.values()].filter((template) => template.name === name);
	if (found.length === 0) throw parameterRefusal(`There is no template "${name}".`);
	for (const { id } of found) state.templates.delete(id);
	changes.tell('templates');
	return { success: true };
}

/** Whether Meta matches `name` whole or in part is not known. Here it is in part, so that no client relies on the first hit. */
function filterOf(parameters: Parameters): (template: Template) => boolean {
	const names = String(parameters.name ?? '').toLowerCase();
	const statuses = wordsOf(parameters, 'status', TEMPLATE_STATUSES);
	const categories = wordsOf(parameters, 'category', CATEGORIES);
	const languages = optionalList(parameters, 'language');
	return ({ name, status, category, language }) =>
		name.includes(names) &&
		(statuses?.includes(status) ?? true) &&
		(categories?.includes(category) ?? true) &&
		(languages?.includes(language) ?? true);
}

function wordsOf(parameters: Parameters, name: string, words: readonly string[]): string[] | null {
	const list = optionalList(parameters, name);
	const odd = list?.find((word) => !words.includes(word));
	if (odd !== undefined)
		throw parameterRefusal(`Param ${name} must be one of {${words.join(', ')}} - got "${odd}".`);
	return list;
}

function show(template: Template, request: GraphCallFacts): object {
	const fields: Fields = {
		id: () => template.id,
		name: () => template.name,
		language: () => template.language,
		category: () => template.category,
		status: () => template.status,
		parameter_format: () => template.parameterFormat,
		components: () => template.components,
		health_status: () =>
			healthOf([
				{
					type: 'MESSAGE_TEMPLATE',
					id: template.id,
					health: template.status === 'APPROVED' ? 'AVAILABLE' : 'BLOCKED',
					reason: `The template has status ${template.status}.`,
				},
			]),
	};
	return pickFields(fields, request.parameters, NODE_TYPES.template, DEFAULT_FIELDS);
}
