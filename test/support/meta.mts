import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { PHONE_NUMBERS } from '../../sandbox/world/shop/world.mts';
import type { CredentialData } from './host';

export const NUMBER = PHONE_NUMBERS[0].id;

/** The levels of facts 5.3 that hold a callback URL. */
export const LEVELS = ['app', 'businessAccount', 'phoneNumber'] as const;
export type Level = (typeof LEVELS)[number];

/** The parameters of a trigger on a level. */
export const on = (level: Level, options: object = {}) => ({
	registration: level,
	...(level === 'phoneNumber' && { phoneNumberId: { __rl: true, mode: 'id', value: NUMBER } }),
	options,
});

const OBJECT = 'whatsapp_business_account';

/** What others do at Meta: reads and sets callback URLs directly. */
export class Meta {
	constructor(private readonly credential: CredentialData) {}

	/** The URL that stands on a level; undefined when there is none. */
	async at(level: Level): Promise<string | undefined> {
		if (level === 'app') return (await this.subscription())?.callback_url;
		const { businessAccountId, accessToken } = this.credential;
		if (level === 'businessAccount') {
			const { data } = await this.call('GET', `${businessAccountId}/subscribed_apps`, accessToken);
			return (data as Array<{ override_callback_uri?: string }>)[0]?.override_callback_uri;
		}
		const answer = await this.call('GET', `${NUMBER}?fields=webhook_configuration`, accessToken);
		return (answer.webhook_configuration as { phone_number?: string }).phone_number;
	}

	async all(): Promise<Record<Level, string | undefined>> {
		const [app, businessAccount, phoneNumber] = await Promise.all(
			LEVELS.map(async (level) => await this.at(level)),
		);
		return { app, businessAccount, phoneNumber };
	}

	async subscription() {
		const { data } = await this.call(
			'GET',
			`${this.credential.appId}/subscriptions`,
			this.appToken,
		);
		return (data as Array<{ callback_url: string; fields: Array<{ name: string }> }>)[0];
	}

	async fields(): Promise<string[]> {
		return ((await this.subscription())?.fields ?? []).map(({ name }) => name);
	}

	/** Sets a URL as its owner would. */
	async set(level: Level, url: string, verifyToken: string, fields = 'messages'): Promise<void> {
		const { appId, businessAccountId, accessToken } = this.credential;
		const override = { override_callback_uri: url, verify_token: verifyToken };
		if (level === 'app') {
			const body = { object: OBJECT, callback_url: url, verify_token: verifyToken, fields };
			await this.call('POST', `${appId}/subscriptions`, this.appToken, body);
		} else if (level === 'businessAccount') {
			await this.call('POST', `${businessAccountId}/subscribed_apps`, accessToken, override);
		} else {
			await this.call('POST', NUMBER, accessToken, { webhook_configuration: override });
		}
	}

	async clear(level: Level): Promise<void> {
		const { appId, businessAccountId, accessToken } = this.credential;
		if (level === 'app') {
			await this.call('DELETE', `${appId}/subscriptions?object=${OBJECT}`, this.appToken);
		} else if (level === 'businessAccount') {
			await this.call('POST', `${businessAccountId}/subscribed_apps`, accessToken);
		} else {
			const body = { webhook_configuration: { override_callback_uri: '' } };
			await this.call('POST', NUMBER, accessToken, body);
		}
	}

	async isSubscribed(): Promise<boolean> {
		const { businessAccountId, accessToken } = this.credential;
		const { data } = await this.call('GET', `${businessAccountId}/subscribed_apps`, accessToken);
		return (data as unknown[]).length > 0;
	}

	async subscribe(): Promise<void> {
		await this.clear('businessAccount');
	}

	async unsubscribe(): Promise<void> {
		const { businessAccountId, accessToken } = this.credential;
		await this.call('DELETE', `${businessAccountId}/subscribed_apps`, accessToken);
	}

	private get appToken(): string {
		return `${this.credential.appId}|${this.credential.appSecret}`;
	}

	private async call(method: string, path: string, token: string, body?: object) {
		const response = await fetch(`${this.credential.baseUrl}/v26.0/${path}`, {
			method,
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			body: body && JSON.stringify(body),
		});
		const answer = (await response.json()) as Record<string, unknown>;
		if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
		return answer;
	}
}

/** A service of somebody else: it answers Meta's handshake for its own verify token only. */
export class OtherService {
	readonly verifyToken: string;
	private server?: Server;
	private address = '';

	constructor(verifyToken = 'what the other service expects') {
		this.verifyToken = verifyToken;
	}

	async start(): Promise<void> {
		const server = createServer((request, response) => {
			const { searchParams } = new URL(request.url ?? '/', 'http://host');
			const isRight = searchParams.get('hub.verify_token') === this.verifyToken;
			response.writeHead(isRight ? 200 : 403);
			response.end(isRight ? searchParams.get('hub.challenge') : '');
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		this.server = server;
		this.address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	}

	async stop(): Promise<void> {
		await new Promise((resolve) => this.server?.close(resolve));
	}

	/** One of its URLs, with a secret in the query. */
	url(path = 'hook'): string {
		return `http://${this.address}/${path}?key=shop%2F1`;
	}

	shown(path = 'hook'): string {
		return `${this.address}/${path}`;
	}
}
