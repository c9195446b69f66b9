import { verifyTokenFor } from '../../nodes/WhatsAppCommerceTrigger/registration/verifyToken';
import { createSandbox, type Sandbox } from '../../sandbox/server/sandbox.mts';
import { CREDENTIAL, type CredentialData } from '../support/host';
import { LEVELS, Meta, on, OtherService } from '../support/meta.mts';
import { N8n, TriggerNode } from '../support/registrationHost.mts';

/** The field of what comes while Meta Business Agent holds the chat is asked for, and may be refused (facts 15.4). */

const credential: CredentialData = { ...CREDENTIAL };
const other = new OtherService();
const n8n = new N8n();
let sandbox: Sandbox;
let meta: Meta;

/** What Meta answers to a subscription with the field; 'none' for nothing. */
let refusal: { status: number; code: number } | 'none' | undefined;
/** The fields of all subscriptions that Meta was asked for. */
let asked: string[] = [];

beforeAll(async () => {
	sandbox = createSandbox({ statusWebhooks: false });
	sandbox.app.addHook('preHandler', async (request, reply) => {
		if (request.method !== 'POST' || !request.url.includes('/subscriptions')) return;
		const { fields } = JSON.parse(String(request.body)) as { fields: string };
		asked.push(fields);
		if (refusal === undefined || !fields.includes('standby')) return;
		if (refusal === 'none') {
			reply.hijack();
			request.raw.socket.destroy();
			return;
		}
		const { status, code } = refusal;
		await reply.code(status).send({ error: { message: '(#100) standby is not a field', code } });
	});
	credential.baseUrl = await sandbox.listen();
	meta = new Meta(credential);
	await other.start();
	await n8n.start();
});
beforeEach(async () => {
	refusal = undefined;
	await fetch(`${credential.baseUrl}/control/reset`, { method: 'POST' });
	n8n.published.clear();
	n8n.listening.clear();
	n8n.log.length = 0;
	asked = [];
});
afterAll(async () => {
	await sandbox.close();
	await other.stop();
	await n8n.stop();
});

const app = (options: object = {}) => new TriggerNode(credential, on('app', options));
const PUT_BACK = { replaceCallback: true, otherVerifyToken: other.verifyToken };
const lines = (words: string) => n8n.log.filter((line) => line.includes(words));

const REFUSALS: Array<[string, typeof refusal]> = [
	['a wrong parameter', { status: 400, code: 100 }],
	['a missing permission', { status: 403, code: 200 }],
	['a code that nobody knows', { status: 400, code: 999_999 }],
];

describe('an app to which Meta refuses the field', () => {
	it.each(REFUSALS)('is registered all the same, with %s', async (_name, given) => {
		refusal = given;
		const node = app();
		await n8n.publish(node);
		expect(await meta.at('app')).toContain(n8n.urlOf(node));
		expect(await meta.fields()).toEqual(['messages']);
		expect(lines('could not be subscribed to "standby" (Meta said: (#100)')).toHaveLength(1);
		await n8n.unpublish(node);
		expect(await meta.at('app')).toBeUndefined();
	});

	it('gets it with the next publish, once Meta lets it', async () => {
		[, refusal] = REFUSALS[0];
		const node = app();
		await n8n.publish(node);
		const url = await meta.at('app');
		await n8n.publish(node);
		expect(await meta.fields()).toEqual(['messages']);
		refusal = undefined;
		await n8n.publish(node);
		expect(await meta.fields()).toEqual(['messages', 'standby']);
		expect(await meta.at('app')).toBe(url);
	});

	it('is told the reason of Meta when nothing can be subscribed', async () => {
		refusal = { status: 400, code: 2200 };
		await expect(n8n.publish(app())).rejects.toThrow(/could not verify the callback URL/);
		// The handshake would fail with any field.
		expect(asked).toEqual(['messages,standby']);
		expect(await meta.at('app')).toBeUndefined();
	});
});

describe('a workflow that was published before the field was asked for', () => {
	/** As an earlier version left it. */
	const published = async (options: object = {}) => {
		const node = app(options);
		await n8n.publish(node);
		const url = String(await meta.at('app'));
		await meta.set('app', url, verifyTokenFor(url, credential.appSecret));
		expect(await meta.fields()).toEqual(['messages']);
		asked = [];
		return { node, url };
	};

	it('gets it when it is published again, with its memory', async () => {
		await meta.set('app', other.url(), other.verifyToken);
		const { node, url } = await published(PUT_BACK);
		await n8n.publish(node);
		expect(await meta.fields()).toEqual(['messages', 'standby']);
		expect(await meta.at('app')).toBe(url);
		await n8n.unpublish(node);
		expect(await meta.at('app')).toBe(other.url());
		expect(await meta.fields()).toEqual(['messages']);
	});

	it.each<[string, typeof refusal]>([
		...REFUSALS,
		['no answer', 'none'],
		['a fault of the moment', { status: 503, code: 2 }],
		['a handshake that failed', { status: 400, code: 2200 }],
	])('goes on as it is after %s', async (_name, given) => {
		const { node, url } = await published();
		refusal = given;
		await n8n.publish(node);
		expect(await meta.at('app')).toBe(url);
		expect(await meta.fields()).toEqual(['messages']);
		expect(lines('could not be subscribed to "standby"')).toHaveLength(1);
		expect(n8n.log.join()).not.toMatch(/sandbox-app-secret|sandbox-token/);
	});

	it('is asked for nothing more once it has it', async () => {
		const { node } = await published();
		await n8n.publish(node);
		await n8n.publish(node);
		expect(asked).toEqual(['messages,standby']);
	});
});

describe('what another service was subscribed to', () => {
	it.each(['messages', 'messages,standby', 'standby', 'account_update,messages'])(
		'is put back as it was: %s',
		async (fields) => {
			await meta.set('app', other.url(), other.verifyToken, fields);
			const node = app(PUT_BACK);
			await n8n.publish(node);
			expect(await meta.fields()).toEqual(expect.arrayContaining(['messages', 'standby']));
			await n8n.listen(node);
			await n8n.stopListening(node);
			expect(await meta.at('app')).toContain(n8n.urlOf(node));
			await n8n.unpublish(node);
			expect(await meta.at('app')).toBe(other.url());
			expect((await meta.fields()).sort()).toEqual(fields.split(',').sort());
		},
	);

	it('is put back without the field when Meta refuses it now', async () => {
		await meta.set('app', other.url(), other.verifyToken, 'messages,standby');
		const node = app(PUT_BACK);
		await n8n.publish(node);
		[, refusal] = REFUSALS[0];
		await n8n.unpublish(node);
		expect(await meta.at('app')).toBe(other.url());
		expect(await meta.fields()).toEqual(['messages']);
	});
});

describe.each(LEVELS.filter((level) => level !== 'app'))('%s', (level) => {
	const publish = async () => await n8n.publish(new TriggerNode(credential, on(level)));

	it('leaves the fields to the app, and says when it lacks this one', async () => {
		await meta.set('app', other.url(), other.verifyToken);
		await meta.subscribe();
		await publish();
		expect(await meta.fields()).toEqual(['messages']);
		expect(lines('The Meta app is not subscribed to "standby"')).toHaveLength(1);
	});

	it('says nothing where the app has it', async () => {
		await meta.set('app', other.url(), other.verifyToken, 'messages,standby');
		await meta.subscribe();
		await publish();
		expect(lines('standby')).toEqual([]);
	});
});
