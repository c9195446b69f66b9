import { TriggerHost } from '../support/webhookHost.mts';

const token = 'a-token-nobody-guesses';
const host = new TriggerHost({ registration: 'manual', verifyToken: token });
beforeAll(async () => await host.listen());
afterAll(async () => await host.close());

const ask = async (query: Record<string, string>) =>
	await fetch(`${host.url}?${new URLSearchParams(query)}`);
const good = { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': token };

it('answers with the bare challenge', async () => {
	const response = await ask(good);
	expect(response.status).toBe(200);
	expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
	expect(await response.text()).toBe('1158201444');
});

it.each([
	['another token', { ...good, 'hub.verify_token': `${token}x` }],
	['the beginning of the token', { ...good, 'hub.verify_token': token.slice(0, -1) }],
	['no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }],
	['an empty token', { ...good, 'hub.verify_token': '' }],
	['another mode', { ...good, 'hub.mode': 'unsubscribe' }],
	['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': token }],
	['nothing', {}],
])('refuses %s', async (_name, query) => {
	const response = await ask(query as Record<string, string>);
	expect(response.status).toBe(403);
	expect(await response.text()).toBe('');
});

it('refuses an empty token even when the node has none', async () => {
	const bare = new TriggerHost({ registration: 'manual', verifyToken: '' });
	await bare.listen();
	const query = new URLSearchParams({ ...good, 'hub.verify_token': '' });
	expect((await fetch(`${bare.url}?${query}`)).status).toBe(403);
	await bare.close();
});

it('does not accept a short token for registration', async () => {
	const short = new TriggerHost({ registration: 'manual', verifyToken: 'short' });
	await short.listen();
	await expect(short.lifecycle('checkExists')).rejects.toMatchObject({
		message: expect.stringMatching(/^Verify Token is too short. Enter at least 16/),
	});
	await short.close();
});
