import { useSandbox } from '../support/sandbox';
import { TriggerHost } from '../support/webhookHost.mts';

const { credential, calls } = useSandbox();

let host: TriggerHost;
const start = async (parameters: object = {}, change: object = {}) => {
	host = new TriggerHost(parameters as never, { ...credential, ...change });
	await host.listen();
};
afterEach(async () => await host.close());

const appToken = () => `${credential.appId}|${credential.appSecret}`;
const graph = async (path: string, method = 'GET', token = appToken()) =>
	(await (
		await fetch(`${credential.baseUrl}/v26.0/${path}`, {
			method,
			headers: { authorization: `Bearer ${token}` },
		})
	).json()) as { data: Array<{ callback_url: string; fields: Array<{ name: string }> }> };
const subscriptions = async () => (await graph(`${credential.appId}/subscriptions`)).data;
const activate = async () => {
	if (!(await host.lifecycle('checkExists'))) await host.lifecycle('create');
};

// What all levels have in common is in levels.test.mts.
describe('app', () => {
	it('subscribes with a real handshake, and the business account with it', async () => {
		await start();
		expect(await host.lifecycle('checkExists')).toBe(false);
		await host.lifecycle('create');
		expect(await subscriptions()).toMatchObject([
			{
				callback_url: expect.stringContaining(`${host.url}?before=`),
				fields: [{ name: 'messages' }, { name: 'standby' }],
			},
		]);
		const account = await graph(
			`${credential.businessAccountId}/subscribed_apps`,
			'GET',
			credential.accessToken,
		);
		expect(JSON.stringify(account)).toContain(credential.appId);
		expect(await host.lifecycle('checkExists')).toBe(true);
	});

	it('is not there while the account is not subscribed', async () => {
		await start();
		await activate();
		const account = `${credential.businessAccountId}/subscribed_apps`;
		await graph(account, 'DELETE', credential.accessToken);
		expect(await host.lifecycle('checkExists')).toBe(false);
	});

	it.each([
		['a wrong account id', { businessAccountId: '..' }, 'Business Account ID is not an ID'],
		['no app id', { appId: '' }, 'The credential lacks the App ID'],
		['an app id with a slash', { appId: '1/2' }, 'The credential lacks the App ID'],
		['no app secret', { appSecret: ' ' }, 'The credential lacks the App Secret'],
		['a wrong app secret', { appSecret: 'wrong' }, 'Meta does not accept the access token'],
		[
			'an expired token',
			{ accessToken: 'sandbox-token-expired' },
			'Meta does not accept the access token',
		],
	])('says what is wrong with %s', async (_name, change, message) => {
		await start({}, change);
		const failure = await activate().catch((error: Error) => error);
		expect(failure).toMatchObject({ message: expect.stringContaining(message) });
		expect(JSON.stringify(failure)).not.toMatch(/sandbox-app-secret|sandbox-token/);
		expect(await subscriptions()).toEqual([]);
	});

	it('says so when Meta cannot reach the callback', async () => {
		await start();
		await host.close();
		await expect(activate()).rejects.toMatchObject({
			message: expect.stringMatching(/^Meta could not verify the callback URL. The URL must be/),
		});
		expect(await subscriptions()).toEqual([]);
	});
});

describe('manual', () => {
	it('calls nothing', async () => {
		await start({ registration: 'manual', verifyToken: 'a-token-nobody-guesses' });
		expect(await host.lifecycle('checkExists')).toBe(true);
		expect(await host.lifecycle('delete')).toBe(true);
		expect(await calls()).toEqual([]);
	});
});
