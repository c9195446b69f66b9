import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { HookContext, WebhookContext } from 'n8n-core';
import type { IDataObject, INode, IWebhookData } from 'n8n-workflow';

import { WhatsAppCommerceTrigger } from '../../nodes/WhatsAppCommerceTrigger/WhatsAppCommerceTrigger.node';
import { additionalDataOf, nodeOf, workflowOf, type CredentialData } from './host';
import { asExpress, withExpressMethods } from './webhookHost.mts';

const trigger = new WhatsAppCommerceTrigger();

type Method = 'checkExists' | 'create' | 'delete';

/**
 * The part of n8n that registers triggers, with n8n 2.41's order of things: a URL is routed before `create` and no longer
 * when a production `delete` runs; a `create` that throws is followed by `delete`; hooks of a removal run in mode "internal".
 */
export class N8n {
	/** Published workflows: they survive a crash in n8n's database. */
	readonly published = new Set<TriggerNode>();
	/** Nodes that listen for a test event: only this process knows them. */
	readonly listening = new Set<TriggerNode>();
	/** What the hooks have logged. */
	readonly log: string[] = [];
	/** What N8N_ENDPOINT_WEBHOOK says. */
	endpoint = 'webhook';
	private server?: Server;
	private port = 0;

	async start(): Promise<void> {
		this.server = createServer((request, response) => void this.handle(request, response));
		await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
		this.port = (this.server.address() as AddressInfo).port;
	}

	async stop(): Promise<void> {
		this.server?.closeAllConnections();
		await new Promise((resolve) => this.server?.close(resolve));
	}

	/**
	 * kill -9 and a new start. n8n 2.41 leaves webhooks of published workflows as they are; earlier versions register anew.
	 *
	 * @returns what was refused then
	 */
	async crash(version: '2.41' | 'earlier' = '2.41'): Promise<Map<TriggerNode, string>> {
		const failures = new Map<TriggerNode, string>();
		await this.stop();
		this.listening.clear();
		await this.start();
		if (version === 'earlier') {
			for (const node of this.published) {
				await this.register(node, false, 'init').catch(async (error: Error) => {
					failures.set(node, error.message);
					await this.remove(node, false);
				});
			}
		}
		return failures;
	}

	async publish(node: TriggerNode): Promise<void> {
		this.published.add(node);
		try {
			await this.register(node, false, 'activate');
		} catch (error) {
			await this.remove(node, false);
			this.published.delete(node);
			throw error;
		}
	}

	async unpublish(node: TriggerNode): Promise<void> {
		if (!this.published.delete(node)) return;
		await this.remove(node, false);
	}

	async listen(node: TriggerNode): Promise<void> {
		this.listening.add(node);
		try {
			await this.register(node, true, 'manual');
		} catch (error) {
			await this.stopListening(node);
			throw error;
		}
	}

	async stopListening(node: TriggerNode): Promise<void> {
		if (!this.listening.has(node)) return;
		await this.remove(node, true);
		this.listening.delete(node);
	}

	urlOf(node: TriggerNode, kind: 'live' | 'test' = 'live'): string {
		const endpoint = kind === 'live' ? this.endpoint : 'webhook-test';
		return `http://127.0.0.1:${this.port}/${endpoint}/${node.webhookId}/webhook`;
	}

	private async register(node: TriggerNode, isTest: boolean, activation: string): Promise<void> {
		const mode = isTest ? 'manual' : 'trigger';
		if (!(await this.hook('checkExists', node, isTest, mode, activation))) {
			await this.hook('create', node, isTest, mode, activation);
		}
	}

	private async remove(node: TriggerNode, isTest: boolean): Promise<void> {
		await this.hook('delete', node, isTest, 'internal', 'update');
	}

	private async hook(
		method: Method,
		{ node, credential }: TriggerNode,
		isTest: boolean,
		mode: string,
		activation: string,
	): Promise<boolean> {
		const workflow = workflowOf([node]);
		const webhookData = {
			isTest,
			webhookDescription: { name: 'default' },
		} as never as IWebhookData;
		const context = new HookContext(
			workflow,
			node,
			this.surroundings(workflow, credential),
			mode as never,
			activation as never,
			webhookData,
		);
		const note = (message: string) => void this.log.push(message);
		// n8n's own logger writes to the screen.
		Object.defineProperty(context, 'logger', { value: { info: note, warn: note, error: note } });
		return await trigger.webhookMethods.default[method].call(context);
	}

	private surroundings(workflow: ReturnType<typeof workflowOf>, credential: CredentialData) {
		const additionalData = additionalDataOf(workflow, credential);
		additionalData.webhookBaseUrl = `http://127.0.0.1:${this.port}/${this.endpoint}`;
		additionalData.webhookTestBaseUrl = `http://127.0.0.1:${this.port}/webhook-test`;
		return additionalData;
	}

	private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const [, kind, webhookId, last] = (request.url ?? '').split('?')[0].split('/');
		const nodes = kind === this.endpoint ? this.published : this.listening;
		const found = [...nodes].find((node) => node.webhookId === webhookId);
		if (!found || last !== 'webhook' || request.method !== 'GET') {
			response.writeHead(404).end();
			return;
		}
		const workflow = workflowOf([found.node]);
		const additionalData = this.surroundings(workflow, found.credential);
		additionalData.httpRequest = asExpress(request, Buffer.alloc(0)) as never;
		additionalData.httpResponse = withExpressMethods(response) as never;
		const webhookData = { webhookDescription: { name: 'setup' } } as never;
		const mode = nodes === this.published ? 'webhook' : 'manual';
		await trigger.webhook.call(
			new WebhookContext(workflow, found.node, additionalData, mode, webhookData, [], null),
		);
	}
}

/** A trigger in a workflow of its own. */
export class TriggerNode {
	readonly webhookId = randomUUID();
	readonly node: INode;
	readonly credential: CredentialData;

	constructor(credential: CredentialData, parameters: IDataObject = {}) {
		this.credential = { ...credential };
		this.node = nodeOf(
			'whatsAppCommerceTrigger',
			{ events: ['order'], ...parameters },
			{ id: randomUUID(), webhookId: this.webhookId },
		);
	}
}
