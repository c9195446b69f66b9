import type {
	IDataObject,
	IHookFunctions,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { searchPhoneNumbers } from '../shared/fields/phoneNumber';
import { receive } from './delivery/receive';
import { eventFields } from './events/fields';
import { OUTPUTS_EXPRESSION, SUBTITLE_EXPRESSION } from './events/outputs';
import { deliveryOptions } from './filters/fields';
import { answerToHandshake } from './registration/handshake';
import { deregister, isRegistered, register } from './registration/lifecycle';
import { registrationFields, registrationOptions } from './registration/fields';
import { panelHelp } from './registration/panelHelp';
import { verifyTokenOf } from './registration/verifyToken';

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
			executionsHelp: panelHelp,
			activationHint: 'Publish the workflow to receive every order.',
		},
		properties: [
			...eventFields,
			...registrationFields,
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add option',
				default: {},
				options: [...deliveryOptions, ...registrationOptions],
			},
		],
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await register(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await deregister(this);
				return true;
			},
		},
	};

	methods = {
		listSearch: {
			async searchPhoneNumbers(
				this: ILoadOptionsFunctions,
				filter?: string,
				paginationToken?: string,
			): Promise<INodeListSearchResult> {
				return await searchPhoneNumbers(this, filter, paginationToken);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		if (this.getWebhookName() !== 'setup') return await receive(this);
		const challenge = answerToHandshake(
			this.getQueryData() as IDataObject,
			await verifyTokenOf(this),
		);
		const response = this.getResponseObject();
		if (challenge === null) response.status(403).end();
		else response.status(200).type('text/plain').send(challenge);
		return { noWebhookResponse: true };
	}
}
