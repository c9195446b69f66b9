import type { INodeProperties } from 'n8n-workflow';

import { createTemplate as create } from '../../../shared/graph/account/templates';
import { LABELS } from '../../../shared/payload/labels';
import { LIMITS } from '../../../shared/payload/limits';
import { newTemplate } from '../../../shared/payload/templates/newTemplate';
import { eachItem } from '../../items/eachItem';
import { operation } from '../../items/operation';

const VARIABLES =
	'{{1}}, {{2}} … stand for what a send fills in; in n8n choose Fixed and not Expression for this field';

const fields: INodeProperties[] = [
	{
		displayName:
			'Meta reviews every template before it can be sent. It can take from minutes to a day; Get Many Product Templates shows the status.',
		name: 'reviewNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Template Type',
		name: 'newTemplateKind',
		type: 'options',
		noDataExpression: true,
		default: 'multiProduct',
		options: [
			{ name: 'Catalog', value: 'catalog', description: 'Opens the whole catalog' },
			{
				name: 'Multi-Product',
				value: 'multiProduct',
				description: 'Opens a list of products in sections, chosen when it is sent',
			},
		],
	},
	{
		displayName: LABELS.templateName,
		name: 'templateName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. weekly_list',
		description: 'Lower-case letters, digits and underscores',
	},
	{
		displayName: LABELS.language,
		name: 'language',
		type: 'string',
		required: true,
		default: 'en_US',
		placeholder: 'e.g. de or pt_BR',
		description: 'The code of the language in which the texts are written',
	},
	{
		displayName: LABELS.headerText,
		name: 'headerText',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. {{1}}, running low?',
		description: `Up to ${LIMITS.headerText} characters, with one variable at most. ${VARIABLES}.`,
		displayOptions: { show: { newTemplateKind: ['multiProduct'] } },
	},
	{
		displayName: LABELS.bodyText,
		name: 'bodyText',
		type: 'string',
		typeOptions: { rows: 3 },
		required: true,
		default: '',
		placeholder: 'e.g. Hi {{1}}, here is what you ordered last time.',
		description: `Up to ${LIMITS.bodyText} characters. ${VARIABLES}.`,
	},
	{
		displayName: LABELS.footerText,
		name: 'footerText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Reply STOP to unsubscribe',
		description: `Up to ${LIMITS.footerText} characters, without variables`,
	},
	{
		displayName: LABELS.examples,
		name: 'examples',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Pablo, Tuesday',
		description:
			'A sample value for each variable of header and body, in their order and with commas between them, for the reviewers',
	},
];

/** Hands a template in for review. Meta answers with its status, which is pending at first. */
export const createTemplate = operation({
	resource: 'template',
	value: 'createTemplate',
	name: 'Create Product Template',
	action: 'Create a product template',
	description: "Hand in a template that opens products or the catalog for Meta's review",
	subtitle: 'Create product template',
	fields,
	execute: eachItem(async (run, item) => {
		const given = (name: string, otherwise?: string) => run.given(name, item, otherwise);
		const kind = given('newTemplateKind');
		const fieldsOfItem = {
			kind,
			templateName: given('templateName'),
			language: given('language'),
			headerText: kind === 'multiProduct' ? given('headerText') : '',
			bodyText: given('bodyText'),
			footerText: given('footerText', ''),
			examples: given('examples', ''),
		};
		const template = run.valid(newTemplate, fieldsOfItem, item);
		const answer = await create(run.graph, template);
		if (!answer.ok) throw run.refused(answer.refusal, item);
		const { id = null, status = null, category = null } = answer.value as Record<string, string>;
		const { name, language } = template;
		return [{ templateId: id, name, language, templateKind: String(kind), status, category }];
	}),
});
