import type { INodeProperties } from 'n8n-workflow';

import * as createTemplate from './createTemplate';
import * as getTemplates from './getTemplates';

export { createTemplate, getTemplates };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['template'] } },
		default: 'getTemplates',
		options: [
			{
				name: 'Create Product Template',
				value: 'createTemplate',
				action: 'Create a product template',
				description: "Hand in a template that opens products or the catalog for Meta's review",
			},
			{
				name: 'Get Many Product Templates',
				value: 'getTemplates',
				action: 'Get many product templates',
				description: 'List the templates that show products, with their review status',
			},
		],
	},
	...createTemplate.description,
	...getTemplates.description,
];
