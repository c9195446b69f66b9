import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox } from '../../sandbox/server/sandbox.mts';
import type { Sandbox, SandboxOptions } from '../../sandbox/server/sandbox.mts';
import {
	APP,
	APP_TOKEN,
	BUSINESS_ACCOUNT,
	PHONE_NUMBERS,
} from '../../sandbox/world/shop/world.mts';

export const NUMBER = PHONE_NUMBERS[0]!.id;
export const GERMAN_NUMBER = PHONE_NUMBERS[1]!.id;

export interface Answer {
	status: number;
	// Tests look deep into answers of many shapes.
	body: any;
}

/** A sandbox on a free port, and short ways to talk to it over HTTP. */
export class Client {
	sandbox!: Sandbox;
	address = '';

	async start(options?: SandboxOptions): Promise<void> {
		this.sandbox = createSandbox(options);
		this.address = await this.sandbox.listen();
	}

	async stop(): Promise<void> {
		await this.sandbox.close();
	}

	async ask(
		method: string,
		path: string,
		body?: unknown,
		headers: Record<string, string> = {},
	): Promise<Answer> {
		const response = await fetch(this.address + path, {
			method,
			...(body === undefined
				? {}
				: { body: typeof body === 'string' ? body : JSON.stringify(body) }),
			headers: {
				...(body === undefined || typeof body === 'string'
					? {}
					: { 'content-type': 'application/json' }),
				...headers,
			},
		});
		const text = await response.text();
		return { status: response.status, body: text === '' ? null : JSON.parse(text) };
	}

	graph(method: string, path: string, body?: unknown, token = 'sandbox-token'): Promise<Answer> {
		return this.ask(method, `/v26.0/${path}`, body, { authorization: `Bearer ${token}` });
	}

	control(method: string, path: string, body?: unknown): Promise<Answer> {
		return this.ask(method, `/control/${path}`, body);
	}

	send(message: object, number = NUMBER): Promise<Answer> {
		return this.graph('POST', `${number}/messages`, {
			messaging_product: 'whatsapp',
			to: '+16505551234',
			...message,
		});
	}

	async messages(): Promise<any[]> {
		return (await this.control('GET', 'messages')).body;
	}

	/** Subscribes a callback on both levels, as a trigger has to. */
	async subscribe(callback: Callback): Promise<void> {
		await this.subscribeApp(callback.url);
		await this.graph('POST', `${BUSINESS_ACCOUNT.id}/subscribed_apps`);
	}

	subscribeApp(callbackUrl: string, verifyToken = 'verify-me'): Promise<Answer> {
		return this.graph(
			'POST',
			`${APP.id}/subscriptions`,
			{
				object: 'whatsapp_business_account',
				callback_url: callbackUrl,
				verify_token: verifyToken,
				fields: 'messages',
				include_values: true,
			},
			APP_TOKEN,
		);
	}
}

export interface Received {
	method: string;
	url: string;
	headers: IncomingHttpHeaders;
	body: string;
}

/** A receiver of webhooks: shakes hands for the token `verify-me` and keeps what it gets. */
export class Callback {
	url = '';
	handshakes: Received[] = [];
	received: Received[] = [];
	/** What it answers to a webhook. */
	status = 200;
	answer = '';
	/** What it answers to a handshake; null means properly. */
	challengeAnswer: { status: number; text: string } | null = null;
	/** Never answers. */
	silent = false;
	/** How long it thinks about a webhook. */
	delayMs = 0;
	/** How many webhooks were unanswered at the same time, at most. */
	mostOpen = 0;
	#open = 0;
	#server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const seen = {
				method: request.method ?? '',
				url: request.url ?? '',
				headers: request.headers,
				body: Buffer.concat(chunks).toString('latin1'),
			};
			(request.method === 'GET' ? this.handshakes : this.received).push(seen);
			if (this.silent) return;
			if (request.method !== 'GET') {
				this.#open += 1;
				this.mostOpen = Math.max(this.mostOpen, this.#open);
				setTimeout(() => {
					this.#open -= 1;
					response.writeHead(this.status).end(this.answer);
				}, this.delayMs);
				return;
			}
			const query = new URL(seen.url, 'http://callback').searchParams;
			const proper =
				query.get('hub.mode') === 'subscribe' && query.get('hub.verify_token') === 'verify-me'
					? { status: 200, text: query.get('hub.challenge') ?? '' }
					: { status: 403, text: 'wrong token' };
			const { status, text } = this.challengeAnswer ?? proper;
			response.writeHead(status).end(text);
		});
	});

	async start(): Promise<void> {
		await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
		this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
	}

	async stop(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	/** The payloads received, parsed. */
	payloads(): any[] {
		return this.received.map(({ body }) => JSON.parse(body));
	}
}

/** What every refused message looks like; `details` must hold the given words. */
export function refused(answer: Answer, code: number, details: string | RegExp): void {
	expect(answer).toMatchObject({
		// The only one of them with a status of its own (facts 3).
		status: code === 132001 ? 404 : 400,
		body: { error: { code, type: 'OAuthException', fbtrace_id: expect.any(String) } },
	});
	expect(answer.body.error.message).toMatch(new RegExp(`^\\(#${code}\\) \\S`));
	expect(answer.body.error.error_data.messaging_product).toBe('whatsapp');
	expect(answer.body.error.error_data.details).toMatch(details);
}
