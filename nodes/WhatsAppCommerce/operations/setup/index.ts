import type { INodeProperties } from 'n8n-workflow';

import * as diagnose from './diagnose';
import * as getCommerceSettings from './getCommerceSettings';
import * as updateCommerceSettings from './updateCommerceSettings';

export { diagnose, getCommerceSettings, updateCommerceSettings };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['setup'] } },
		default: 'diagnose',
		options: [
			{
				name: 'Diagnose Setup',
				value: 'diagnose',
				action: 'Diagnose the setup',
				description:
					'Say why nothing can be sent or arrives: token, number, webhooks, catalog and cart, each with what to do. Sends and changes nothing.',
			},
			{
				name: 'Get Commerce Settings',
				value: 'getCommerceSettings',
				action: 'Get commerce settings',
				description: 'Look up whether customers of a number have a cart and see the catalog',
			},
			{
				name: 'Update Commerce Settings',
				value: 'updateCommerceSettings',
				action: 'Update commerce settings',
				description: 'Switch the cart on or off, and show or hide the catalog',
			},
		],
	},
	...diagnose.description,
	...getCommerceSettings.description,
	...updateCommerceSettings.description,
];
