import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { refusedError } from '../../../shared/graph/refusals/refusedError';
import { createTemplate } from '../../../shared/graph/account/templates';
import { LIMITS } from '../../../shared/payload/limits';
import { newTemplate } from '../../../shared/payload/templates/newTemplate';
import { validate } from '../../../shared/payload/problems';
import { DraftError } from '../../items/draftError';
import { eachItem } from '../../items/eachItem';

const VARIABLES =
	'{{1}}, {{2}} … stand for what a send fills in; in n8n choose Fixed and not Expression for this field';

const properties: INodeProperties[] = [
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
		displayName: 'Name',
		name: 'templateName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. weekly_list',
		description: 'Lower-case letters, digits and underscores',
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'string',
		required: true,
		default: 'en_US',
		placeholder: 'e.g. de or pt_BR',
		description: 'The code of the language in which the texts are written',
	},
	{
		displayName: 'Header Text',
		name: 'headerText',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. {{1}}, running low?',
		description: `Up to ${LIMITS.headerText} characters, with one variable at most. ${VARIABLES}.`,
		displayOptions: { show: { newTemplateKind: ['multiProduct'] } },
	},
	{
		displayName: 'Body Text',
		name: 'bodyText',
		type: 'string',
		typeOptions: { rows: 3 },
		required: true,
		default: '',
		placeholder: 'e.g. Hi {{1}}, here is what you ordered last time.',
		description: `Up to ${LIMITS.bodyText} characters. ${VARIABLES}.`,
	},
	{
		displayName: 'Footer Text',
		name: 'footerText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Reply STOP to unsubscribe',
		description: `Up to ${LIMITS.footerText} characters, without variables`,
	},
	{
		displayName: 'Examples',
		name: 'examples',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Pablo, Tuesday',
		description:
			'A sample value for each variable of header and body, in their order and with commas between them, for the reviewers',
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['template'], operation: ['createTemplate'] } },
	properties,
);

/** Hands a template in for review. Meta answers with its status, which is pending at first. */
export const execute = eachItem(async function (item, graph) {
	const kind = this.getNodeParameter('newTemplateKind', item);
	const checked = validate(newTemplate, {
		kind,
		templateName: this.getNodeParameter('templateName', item),
		language: this.getNodeParameter('language', item),
		headerText: kind === 'multiProduct' ? this.getNodeParameter('headerText', item) : '',
		bodyText: this.getNodeParameter('bodyText', item),
		footerText: this.getNodeParameter('footerText', item, ''),
		examples: this.getNodeParameter('examples', item, ''),
	});
	if (!checked.ok) throw new DraftError(this.getNode(), checked.problems, item);
	const { name, language } = checked.value;
	const answer = await createTemplate(graph, checked.value);
	if (!answer.ok) throw refusedError(this.getNode(), answer.refusal, item);
	const { id = null, status = null, category = null } = answer.value as Record<string, string>;
	return [{ templateId: id, name, language, templateKind: kind, status, category }];
});
