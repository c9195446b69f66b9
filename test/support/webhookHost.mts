import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { HookContext, WebhookContext } from 'n8n-core';
import {
	NodeHelpers,
	type IDataObject,
	type INode,
	type IWebhookResponseData,
	type Workflow,
} from 'n8n-workflow';

import { WhatsAppCommerceTrigger } from '../../nodes/WhatsAppCommerceTrigger/WhatsAppCommerceTrigger.node';
import { additionalDataOf, CREDENTIAL, nodeOf, workflowOf, type CredentialData } from './host';

const trigger = new WhatsAppCommerceTrigger();

/** Every host is a node of its own, as n8n gives each an id. */
let nodesMade = 0;

/**
 * The part of n8n around a webhook, over real HTTP: it hands requests to the trigger through
 * WebhookContext, answers 200 once a run is stored, and saves static data only then.
 */
export class TriggerHost {
	/** Items of the runs that were stored, in the order of their storing. */
	readonly runs: IDataObject[][] = [];
	/** The same, by output. */
	readonly outputs: IDataObject[][][] = [];
	/** What n8n would have saved in the workflow. */
	staticData: IDataObject = {};
	/** Stands for a database that takes its time or is gone. */
	store: () => Promise<void> = async () => {};
	mode: 'webhook' | 'manual' = 'webhook';
	/** The workflow of the delivery that came last. */
	last?: { workflow: Workflow };
	private server?: Server;
	private port = 0;
	private readonly node: INode;

	constructor(
		parameters: IDataObject = {},
		readonly credential: CredentialData = { ...CREDENTIAL },
	) {
		const id = `trigger-${++nodesMade}`;
		this.node = nodeOf('whatsAppCommerceTrigger', { registration: 'app', ...parameters }, { id });
	}

	async listen(): Promise<void> {
		const server = createServer((request, response) => void this.handle(request, response));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		this.server = server;
		this.port = (server.address() as AddressInfo).port;
	}

	async close(): Promise<void> {
		this.server?.closeAllConnections();
		await new Promise((resolve) => this.server?.close(resolve));
	}

	/** The callback URL as n8n would publish it. */
	get url(): string {
		return `${this.base}/workflow-1/whatsappcommercetrigger/webhook`;
	}

	private get base(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	/** n8n's log, as the trigger writes to it. */
	get logger(): HookContext['logger'] {
		const { workflow, additionalData } = this.surroundings();
		return new HookContext(workflow, this.node, additionalData, 'trigger', 'activate').logger;
	}

	/** The outputs as the editor draws them. */
	get drawnOutputs() {
		const { workflow } = this.surroundings();
		return NodeHelpers.getNodeOutputs(workflow, this.node, trigger.description);
	}

	/** Calls one of the lifecycle methods as n8n does on activation and deactivation. */
	async lifecycle(method: 'checkExists' | 'create' | 'delete'): Promise<boolean> {
		const { workflow, additionalData } = this.surroundings();
		const context = new HookContext(workflow, this.node, additionalData, 'trigger', 'activate');
		return await trigger.webhookMethods.default[method].call(context);
	}

	/** Delivers a body with the signature that its bytes deserve, or with the given header. */
	async deliver(body: unknown, signature?: string | null, signal?: AbortSignal): Promise<Response> {
		const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
		const header = signature === undefined ? this.sign(bytes) : signature;
		return await fetch(this.url, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				...(header !== null && { 'x-hub-signature-256': header }),
			},
			body: bytes,
			signal,
		});
	}

	sign(bytes: Buffer | string, secret = this.credential.appSecret): string {
		return `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;
	}

	private surroundings() {
		// From its database, and empty at first: then n8n gives each Workflow an object of its own.
		const stored = Object.keys(this.staticData).length > 0 ? copyOf(this.staticData) : undefined;
		const workflow: Workflow = workflowOf([this.node], stored);
		const additionalData = additionalDataOf(workflow, this.credential);
		additionalData.webhookBaseUrl = this.base;
		return { workflow, additionalData, stored };
	}

	private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const { workflow, additionalData, stored } = this.surroundings();
		this.last = { workflow };
		additionalData.httpRequest = asExpress(request, Buffer.concat(chunks)) as never;
		additionalData.httpResponse = withExpressMethods(response) as never;
		const name = request.method === 'GET' ? 'setup' : 'default';
		const webhookData = { webhookDescription: { name } } as never;
		const context = new WebhookContext(
			workflow,
			this.node,
			additionalData,
			this.mode,
			webhookData,
			[],
			null,
		);
		try {
			await this.settle(await trigger.webhook.call(context), workflow, stored, response);
		} catch {
			response.writeHead(500).end();
		}
	}

	private async settle(
		{ workflowData, noWebhookResponse }: IWebhookResponseData,
		workflow: Workflow,
		stored: IDataObject | undefined,
		response: ServerResponse,
	): Promise<void> {
		if (workflowData) {
			// n8n makes another Workflow of the same static data for the run, which counts as unchanged.
			workflowOf([this.node], stored);
			await sleep(QUERIES_MS);
			await this.store();
			const outputs = workflowData.map((items) => items.map(({ json }) => json));
			this.runs.push(outputs.flat());
			this.outputs.push(outputs);
		}
		// n8n writes the workflow's static data as a whole, if it changed; the last writer wins.
		if ((workflow.staticData as { __dataChanged?: boolean }).__dataChanged)
			this.staticData = copyOf(workflow.staticData);
		if (!noWebhookResponse) response.writeHead(200).end();
	}
}

/** What n8n's own queries take before the run is stored; it cannot store one sooner. Milliseconds. */
const QUERIES_MS = 3;

/** As through the database. */
const copyOf = (staticData: IDataObject) => JSON.parse(JSON.stringify(staticData)) as IDataObject;

export function asExpress(request: IncomingMessage, rawBody: Buffer) {
	const { searchParams } = new URL(request.url ?? '/', 'http://host');
	return Object.assign(request, {
		rawBody,
		body: {},
		params: {},
		query: Object.fromEntries(searchParams),
	});
}

export function withExpressMethods(response: ServerResponse) {
	return Object.assign(response, {
		status(code: number) {
			response.statusCode = code;
			return response;
		},
		type(contentType: string) {
			response.setHeader('content-type', contentType);
			return response;
		},
		send(body: string) {
			response.end(body);
		},
	});
}
