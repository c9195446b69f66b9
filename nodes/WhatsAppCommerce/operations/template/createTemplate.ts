import type { INodeProperties } from 'n8n-workflow';

import { createTemplate as create } from '../../../shared/graph/account/templates';
import { LABELS } from '../../../shared/payload/labels';
import { LIMITS } from '../../../shared/payload/limits';
import { newTemplate } from '../../../shared/payload/templates/newTemplate';
import { reworded, unread } from '../../fields/reading/fields';
import { bodyText, footerText, headerText } from '../../fields/texts';
import { eachItem } from '../../items/eachItem';
import type { Field } from '../../items/field';
import { operation } from '../../items/operation';

const VARIABLES =
	'{{1}}, {{2}} … stand for what a send fills in; in n8n choose Fixed and not Expression for this field';

const kindOfTemplate = unread({
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
});

const templateName = unread({
	displayName: LABELS.templateName,
	name: 'templateName',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. weekly_list',
	description: 'Lower-case letters, digits and underscores',
});

const language = unread({
	displayName: LABELS.language,
	name: 'language',
	type: 'string',
	required: true,
	default: 'en_US',
	placeholder: 'e.g. de or pt_BR',
	description: 'The code of the language in which the texts are written',
});

const header = reworded(headerText, {
	placeholder: 'e.g. {{1}}, running low?',
	description: `Up to ${LIMITS.headerText} characters, with one variable at most. ${VARIABLES}.`,
	displayOptions: { show: { newTemplateKind: ['multiProduct'] } },
});

const body = reworded(bodyText, {
	placeholder: 'e.g. Hi {{1}}, here is what you ordered last time.',
	description: `Up to ${LIMITS.bodyText} characters. ${VARIABLES}.`,
});

const footer = reworded(footerText, {
	placeholder: 'e.g. Reply STOP to unsubscribe',
	description: `Up to ${LIMITS.footerText} characters, without variables`,
});

const examples = unread({
	displayName: LABELS.examples,
	name: 'examples',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. Pablo, Tuesday',
	description:
		'A sample value for each variable of header and body, in their order and with commas between them, for the reviewers',
});

const fields: Array<Field | INodeProperties> = [
	{
		displayName:
			'Meta reviews every template before it can be sent. It can take from minutes to a day; Get Many Product Templates shows the status.',
		name: 'reviewNotice',
		type: 'notice',
		default: '',
	},
	kindOfTemplate,
	templateName,
	language,
	header,
	body,
	footer,
	examples,
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
		const kind = kindOfTemplate.read(run, item);
		const fieldsOfItem = {
			kind,
			templateName: templateName.read(run, item),
			language: language.read(run, item),
			headerText: kind === 'multiProduct' ? header.read(run, item) : '',
			bodyText: body.read(run, item),
			footerText: footer.read(run, item),
			examples: examples.read(run, item),
		};
		const template = run.valid(newTemplate, fieldsOfItem, item);
		const answer = await create(run.graph, template);
		if (!answer.ok) throw run.refused(answer.refusal, item);
		const { id = null, status = null, category = null } = answer.value as Record<string, string>;
		return [
			{
				templateId: id,
				name: template.name,
				language: template.language,
				templateKind: String(kind),
				status,
				category,
			},
		];
	}),
});
