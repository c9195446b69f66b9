import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

import { PHONE_NUMBERS, TOKENS } from '../../sandbox/world/shop/world.mts';
import { sandboxCredential } from '../../tools/start/demo.mts';
import { n8n, sandbox } from '../support/n8n/host.mts';

/** What the editor shows when the builder presses Save. */
async function tested(changes: Record<string, string>) {
	const { name, type, data } = sandboxCredential(sandbox.url);
	return await n8n.post<{ status: string; message: string }>('/rest/credentials/test', {
		credentials: { id: '', name, type, data: { ...data, ...changes } },
	});
}

describe('the test of the credential', () => {
	it('accepts one that works', async () => {
		expect(await tested({})).toMatchObject({ status: 'OK' });
	});

	it.each([
		['a wrong token', { accessToken: 'mistyped' }, /access token.*(mistyped|revoked)/],
		['an expired token', { accessToken: TOKENS.expired.value }, /access token has expired/],
		[
			'a token without a permission',
			{ accessToken: TOKENS.messagingOnly.value },
			/lacks a permission.*whatsapp_business_management/,
		],
		[
			'a host that is not the Graph API',
			{ baseUrl: `${sandbox.url}/control` },
			/not one of the Graph API.*Base URL/,
		],
		[
			'an unknown business account',
			{ businessAccountId: '999999999999999' },
			/no business account.*Business Account ID/,
		],
		[
			'a phone number ID as business account',
			{ businessAccountId: PHONE_NUMBERS[0]?.id ?? '' },
			/not the phone number ID/,
		],
		['a host that does not answer', { baseUrl: 'http://127.0.0.1:9' }, /ECONNREFUSED|refused/i],
	])('says in words what is wrong with %s', async (_, changes, words) => {
		const result = await tested(changes);

		expect(result.status).toBe('Error');
		expect(result.message).toMatch(words);
	});

	it.each([301, 302, 303, 307, 308])('does not follow a %i to another host', async (status) => {
		const seen: IncomingMessage[] = [];
		// It answers as Graph would, so that following the redirect would pass the test.
		const other = await listen((request, response) => {
			seen.push(request);
			response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}');
		});
		const chosen = await listen((request, response) => {
			response.writeHead(status, { location: `${other.url}${request.url}` }).end();
		});

		const result = await tested({ baseUrl: chosen.url });
		await Promise.all([other.close(), chosen.close()]);

		expect(seen).toEqual([]);
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(/The host in Base URL answered with a redirect/);
	});
});

async function listen(handle: RequestListener) {
	const server = createServer(handle);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
