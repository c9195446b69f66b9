import type { INodeProperties } from 'n8n-workflow';

/** What starts a run, and how it leaves the trigger. */
export const eventFields: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: ['order'],
		options: [
			{
				name: 'Customer Message',
				value: 'textMessage',
				description:
					'A customer wrote a text, for instance "menu" or a shopping list, or edited or deleted a message',
			},
			{
				name: 'Message Failed',
				value: 'messageFailed',
				description:
					'Meta could not deliver a message that it had accepted. Meta does not say what kind of message it was: compare messageId with the output of the send.',
			},
			{
				name: 'Order',
				value: 'order',
				description: 'A customer sent a cart as an order',
			},
			{
				name: 'Product Question',
				value: 'productQuestion',
				description:
					'A customer asked about a product with "Message business". Without this event the question comes as a Customer Message.',
			},
			{
				name: 'System Message',
				value: 'systemMessage',
				description: 'A customer has another phone number or another user ID',
			},
			{
				name: 'Unrecognized',
				value: 'unrecognized',
				description:
					'Everything else that customers send, as it came: kinds of messages that no chosen event reads, news of payments, and parts that cannot be read',
			},
		],
	},
	{
		displayName: 'Outputs',
		name: 'outputs',
		type: 'options',
		default: 'single',
		options: [
			{
				name: 'One for All Events',
				value: 'single',
				description: 'The field "event" says which event an item is',
			},
			{
				name: 'One for Each Event',
				value: 'perEvent',
				description:
					'In the order in which the events were chosen, with Unrecognized as the last. Check the connections after you remove an event.',
			},
		],
	},
	{
		displayName: 'Output',
		name: 'outputMode',
		type: 'options',
		default: 'perOrder',
		displayOptions: { show: { events: ['order'] } },
		options: [
			{
				name: 'One Item per Order',
				value: 'perOrder',
				description: 'The order with its lines in a list',
			},
			{
				name: 'One Item per Line',
				value: 'perLine',
				description: 'A row for each product, with the fields of the order repeated',
			},
		],
	},
];
