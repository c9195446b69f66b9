import { useSandbox } from '../engine/sandbox';
import { TriggerHost } from './host.mts';

const { credential, calls } = useSandbox();

let host: TriggerHost;
const start = async (parameters: object = {}, change: object = {}) => {
	host = new TriggerHost(parameters as never, { ...credential, ...change });
	await host.listen();
};
afterEach(async () => await host.close());

const appToken = () => `${credential.appId}|${credential.appSecret}`;
const graph = async (path: string, method = 'GET', token = appToken(), body?: object) =>
	(await (
		await fetch(`${credential.baseUrl}/v26.0/${path}`, {
			method,
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			body: body && JSON.stringify(body),
		})
	).json()) as { data: Array<{ callback_url: string; fields: Array<{ name: string }> }> };
const subscriptions = async () => (await graph(`${credential.appId}/subscriptions`)).data;
const activate = async () => {
	if (!(await host.lifecycle('checkExists'))) await host.lifecycle('create');
};

describe('app', () => {
	it('subscribes with a real handshake, and the business account with it', async () => {
		await start();
		expect(await host.lifecycle('checkExists')).toBe(false);
		await host.lifecycle('create');
		expect(await subscriptions()).toMatchObject([
			{ callback_url: host.url, fields: [{ name: 'messages' }] },
		]);
		const account = await graph(
			`${credential.businessAccountId}/subscribed_apps`,
			'GET',
			credential.accessToken,
		);
		expect(JSON.stringify(account)).toContain(credential.appId);
		expect(await host.lifecycle('checkExists')).toBe(true);
	});

	it('leaves an account alone that is subscribed already', async () => {
		await start();
		await activate();
		await host.lifecycle('delete');
		await activate();
		const posts = (await calls()).filter(
			({ method, path }) => method === 'POST' && path.endsWith('/subscribed_apps'),
		);
		expect(posts).toHaveLength(1);
	});

	it('is not there while the account is not subscribed', async () => {
		await start();
		await activate();
		const account = `${credential.businessAccountId}/subscribed_apps`;
		await graph(account, 'DELETE', credential.accessToken);
		expect(await host.lifecycle('checkExists')).toBe(false);
	});

	it('removes its own callback and nothing else', async () => {
		await start();
		await activate();
		expect(await host.lifecycle('delete')).toBe(true);
		expect(await subscriptions()).toEqual([]);
		expect(await host.lifecycle('delete')).toBe(true);
	});

	it('never takes over another callback unasked, and never removes it', async () => {
		await start();
		const other = host;
		await activate();
		await start();
		await expect(activate()).rejects.toMatchObject({
			message: expect.stringContaining(`The Meta app already delivers to ${other.url}.`),
		});
		await host.lifecycle('delete');
		expect(await subscriptions()).toMatchObject([{ callback_url: other.url }]);
		await other.close();
	});

	it('takes over when the builder says so, and keeps the fields that stood there', async () => {
		const verifyToken = 'a-token-nobody-guesses';
		await start({ registration: 'manual', verifyToken });
		const other = host;
		const fields = 'messages,message_template_status_update';
		await graph(`${credential.appId}/subscriptions`, 'POST', appToken(), {
			object: 'whatsapp_business_account',
			callback_url: other.url,
			verify_token: verifyToken,
			fields,
		});
		await start({ options: { replaceCallback: true } });
		await activate();
		const [standing] = await subscriptions();
		expect(standing.callback_url).toBe(host.url);
		expect(standing.fields.map(({ name }) => name).join()).toBe(fields);
		await other.close();
	});

	it.each([
		['a wrong account id', { businessAccountId: '..' }, 'Business Account ID is not an ID'],
		['no app id', { appId: '' }, 'The credential lacks an ID that the trigger needs'],
		[
			'an app id with a slash',
			{ appId: '1/2' },
			'The credential lacks an ID that the trigger needs',
		],
		['a wrong app secret', { appSecret: 'wrong' }, 'Meta does not accept the access token'],
		[
			'an expired token',
			{ accessToken: 'sandbox-token-expired' },
			'Meta does not accept the access token',
		],
	])('says what is wrong with %s', async (_name, change, message) => {
		await start({}, change);
		const failure = await activate().catch((error: Error) => error);
		expect(failure).toMatchObject({ message });
		expect(JSON.stringify(failure)).not.toMatch(/sandbox-app-secret|sandbox-token/);
		expect(await subscriptions()).toEqual([]);
	});

	it('says so when Meta cannot reach the callback', async () => {
		await start();
		await host.close();
		await expect(activate()).rejects.toMatchObject({
			message: 'Meta could not verify the callback URL',
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
