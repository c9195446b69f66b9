import { randomUUID } from 'node:crypto';
import { createWorkflow, type SavedWorkflow } from '../../tools/n8n/n8nApi.mts';
import { CREDENTIAL } from '../support/host';
import { LEVELS, Meta, NUMBER, on, OtherService, type Level } from '../support/meta.mts';
import { connection } from '../support/n8n/connection.mts';
import {
	crashN8n,
	credentialId,
	listen,
	n8n,
	publishWorkflow,
	sandbox,
	stopListening,
	testWebhookUrl,
	unpublishWorkflow,
	webhookUrl,
} from '../support/n8n/host.mts';
import { triggerWorkflow } from '../support/n8n/workflows.mts';

/** n8n is killed and started again. */
jest.setTimeout(180_000);

const meta = new Meta({ ...CREDENTIAL, baseUrl: connection().sandboxUrl });

/** n8n's own WhatsApp Trigger: its host is fixed, so what it does at Meta is done here. The verify token is its node's ID. */
const whatsAppTrigger = new OtherService(randomUUID());
const shop = new OtherService();

beforeAll(async () => {
	await whatsAppTrigger.start();
	await shop.start();
});
afterAll(async () => {
	await whatsAppTrigger.stop();
	await shop.stop();
});
beforeEach(async () => {
	await meta.set('app', whatsAppTrigger.url('webhook/own/webhook'), whatsAppTrigger.verifyToken);
	await meta.subscribe();
});

const ORDER = { lines: [{ sku: 'BAK-RYE', quantity: 1 }] };

const REPLACE = { replaceCallback: true };

/** What the level's other URL needs to be put back. */
const tokenFor = (level: Level) =>
	level === 'app' ? whatsAppTrigger.verifyToken : shop.verifyToken;
const workflowOn = (level: Level, options: object = {}) =>
	triggerWorkflow(on(level, options), credentialId);
const putBack = (level: Level) => ({ ...REPLACE, otherVerifyToken: tokenFor(level) });

/** n8n stops listening in the background. */
const eventually = async (look: () => Promise<unknown>, wanted: unknown) => {
	const deadline = Date.now() + 20_000;
	while ((await look()) !== wanted && Date.now() < deadline) {
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	expect(await look()).toBe(wanted);
};

/** A workflow on each level at once: one crash is enough for all. */
const publishAll = async () => {
	const workflows: Array<[Level, SavedWorkflow]> = [];
	for (const level of LEVELS) {
		workflows.push([level, await publishWorkflow(workflowOn(level, putBack(level)))]);
	}
	return workflows;
};

it('survives kill -9 of live workflows: unpublishing puts back what stood before', async () => {
	for (const level of ['businessAccount', 'phoneNumber'] as const) {
		await meta.set(level, shop.url(level), shop.verifyToken);
	}
	const before = await meta.all();
	const workflows = await publishAll();
	await crashN8n();
	for (const [level, workflow] of workflows) {
		expect(await meta.at(level)).toContain(`${webhookUrl(workflow)}?before=`);
	}
	const { deliveries } = await sandbox.orders('16505551234', ORDER);
	expect(deliveries[0]?.attempts[0]?.status).toBe(200);
	for (const [, workflow] of workflows) await unpublishWorkflow(workflow);
	expect(await meta.all()).toEqual(before);
});

it('survives kill -9 while it listens: unpublishing heals what the test has left', async () => {
	const before = await meta.all();
	const workflows = await publishAll();
	for (const [level, workflow] of workflows) {
		const live = await meta.at(level);
		await listen(workflow);
		expect(await meta.at(level)).toContain(`${testWebhookUrl(workflow)}?before=`);
		await stopListening(workflow);
		await eventually(async () => await meta.at(level), live);
		await listen(workflow);
	}
	await crashN8n();
	for (const [level, workflow] of workflows) {
		expect(await meta.at(level)).toContain(testWebhookUrl(workflow));
		await unpublishWorkflow(workflow);
	}
	expect(await meta.all()).toEqual(before);
});

it('puts the live URL back as soon as the test event has come', async () => {
	const workflow = await publishWorkflow(workflowOn('phoneNumber', REPLACE));
	const live = await meta.at('phoneNumber');
	await listen(workflow);
	await sandbox.orders('16505551234', ORDER);
	await eventually(async () => await meta.at('phoneNumber'), live);
});

it('says in the editor why a test would divert a live workflow, and changes nothing', async () => {
	const workflow = await publishWorkflow(workflowOn('phoneNumber'));
	const before = await meta.all();
	await expect(listen(workflow)).rejects.toThrow(
		/The phone number already delivers to this workflow's live URL. Unpublish the workflow while you listen, or turn on/,
	);
	expect(await meta.all()).toEqual(before);
});

it("lives beside n8n's own WhatsApp Trigger, which goes on getting the rest", async () => {
	const other = whatsAppTrigger.url('webhook/own/webhook');
	const workflow = await publishWorkflow(workflowOn('phoneNumber'));
	expect(await meta.all()).toMatchObject({ app: other, phoneNumber: expect.any(String) });
	const destinationOf = async (phoneNumberId?: string) => {
		const order = { ...ORDER, phoneNumberId };
		return (await sandbox.orders('16505551234', order)).deliveries[0]?.url;
	};
	expect(await destinationOf(NUMBER)).toContain(webhookUrl(workflow));
	expect(await destinationOf('106540352242933')).toBe(other);
	await unpublishWorkflow(workflow);
	expect(await destinationOf(NUMBER)).toBe(other);
});

it('offers the phone numbers of the account', async () => {
	const workflow = await createWorkflow(n8n, workflowOn('phoneNumber'));
	const [node] = workflow.nodes;
	const { results } = await n8n.post<{ results: Array<{ value: string }> }>(
		'/rest/dynamic-node-parameters/resource-locator-results',
		{
			path: 'parameters.phoneNumberId',
			methodName: 'searchPhoneNumbers',
			nodeTypeAndVersion: { name: node?.type, version: node?.typeVersion },
			currentNodeParameters: node?.parameters,
			credentials: node?.credentials,
		},
	);
	expect(results.map(({ value }) => value)).toContain(NUMBER);
});
