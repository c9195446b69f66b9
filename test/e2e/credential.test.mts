import { PHONE_NUMBERS, TOKENS } from '../../sandbox/shop/world.mts';
import { sandboxCredential } from '../../sandbox/start/demo.mts';
import { n8n, sandbox } from './support/host.mts';

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
});
