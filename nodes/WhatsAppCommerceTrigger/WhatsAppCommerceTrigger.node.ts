import type {
	IDataObject,
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { receive } from './delivery';
import { eventFields } from './events/fields';
import { OUTPUTS_EXPRESSION, SUBTITLE_EXPRESSION } from './events/outputs';
import { deliveryOptions } from './filters/fields';
import { answerToHandshake } from './handshake';
import { chosenRegistration, verifyTokenOf } from './registration/callback';

export class WhatsAppCommerceTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Commerce Trigger',
		name: 'whatsAppCommerceTrigger',
		icon: {
			light: 'file:../../icons/whatsAppCommerce.svg',
			dark: 'file:../../icons/whatsAppCommerce.dark.svg',
		},
		group: ['trigger'],
		// Above 1 from the start: for typeVersion 1 n8n evaluates one more expression per delivery.
		version: 1.1,
		subtitle: SUBTITLE_EXPRESSION,
		description:
			'Starts a workflow when a customer sends an order, asks about a product or writes, or when a message could not be delivered',
		defaults: { name: 'WhatsApp Commerce Trigger' },
		eventTriggerDescription: 'Waiting for a customer on WhatsApp',
		inputs: [],
		outputs: OUTPUTS_EXPRESSION,
		credentials: [{ name: 'whatsAppCommerceApi', required: true }],
		// `setup` first: Meta's handshake arrives while `default` is still being registered.
		webhooks: [
			{
				name: 'setup',
				httpMethod: 'GET',
				responseMode: 'onReceived',
				path: 'webhook',
				ndvHideUrl: true,
			},
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'webhook',
			},
		],
		triggerPanel: {
			header: 'Receive orders from WhatsApp',
			executionsHelp: {
				inactive:
					'<b>While you build</b>, listen for a test event with the button above, then send a cart from your phone (or from the sandbox). With registration "App" this sets the callback URL of the Meta app to the test URL for as long as you listen, and refuses if another URL stands there.<br><br><b>When you are ready</b>, publish the workflow. Orders then arrive on the production URL.',
				active:
					'<b>This workflow is live</b>: orders run it, and you find them under Executions. A Meta app has one callback URL, so unpublish it before you listen for a test order with registration "App".',
			},
			activationHint: 'Publish the workflow to receive every order.',
		},
		properties: [
			...eventFields,
			{
				displayName: 'Registration',
				name: 'registration',
				type: 'options',
				default: 'app',
				description: 'How Meta learns where to deliver',
				options: [
					{
						name: 'App',
						value: 'app',
						description:
							'Sets the callback URL of the Meta app when the workflow is published, and removes it afterwards',
					},
					{
						name: 'Manual',
						value: 'manual',
						description:
							'You paste callback URL and verify token in the Meta app dashboard yourself',
					},
				],
			},
			{
				displayName:
					'In the Meta app dashboard open WhatsApp > Configuration, paste the Production URL from above and this verify token, and subscribe to the field "messages". The workflow must be published first, since Meta calls the URL at once.',
				name: 'manualNotice',
				type: 'notice',
				default: '',
				displayOptions: { show: { registration: ['manual'] } },
			},
			{
				displayName: 'Verify Token',
				name: 'verifyToken',
				type: 'string',
				typeOptions: { password: true },
				required: true,
				default: '',
				description:
					'At least 16 characters that nobody can guess. Meta sends them back when it checks the callback URL.',
				displayOptions: { show: { registration: ['manual'] } },
			},
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add option',
				default: {},
				options: [
					...deliveryOptions,
					{
						displayName: 'Replace Another Callback URL',
						name: 'replaceCallback',
						type: 'boolean',
						default: false,
						displayOptions: { show: { '/registration': ['app'] } },
						description:
							'Whether to take over when the Meta app delivers to another URL now. That other URL gets nothing from then on.',
					},
				],
			},
		],
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				const { registration, callback } = await chosenRegistration.call(this);
				return await registration.exists.call(this, callback);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				const { registration, callback } = await chosenRegistration.call(this);
				await registration.create.call(this, callback);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				const { registration, callback } = await chosenRegistration.call(this);
				await registration.remove.call(this, callback);
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		if (this.getWebhookName() !== 'setup') return await receive.call(this);
		const challenge = answerToHandshake(
			this.getQueryData() as IDataObject,
			await verifyTokenOf.call(this),
		);
		const response = this.getResponseObject();
		if (challenge === null) response.status(403).end();
		else response.status(200).type('text/plain').send(challenge);
		return { noWebhookResponse: true };
	}
}
