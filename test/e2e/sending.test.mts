import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SavedWorkflow } from '../../tools/n8n/n8nApi.mts';
import { CATALOG_IDS, PHONE_NUMBERS } from '../../sandbox/world/shop/world.mts';
import { executionsOf, outputOf, waitForExecutions } from '../support/n8n/executions.mts';
import { credentialId, n8n, publishWorkflow, sandbox, webhookUrl } from '../support/n8n/host.mts';
import { ACTION, byId, sendWorkflow } from '../support/n8n/workflows.mts';

const LOGS = path.resolve(__dirname, '../../.sandbox/logs');

const stranger = (index: number) => `+1650555${String(2000 + index)}`;

/** A webhook that hands its list of recipients to the action node, one item each. */
async function publish(options: object, settings: object = {}): Promise<SavedWorkflow> {
	const workflow = sendWorkflow(
		{
			operation: 'sendSingleProduct',
			phoneNumberId: byId(PHONE_NUMBERS[0]?.id ?? ''),
			recipient: '={{ $json.to }}',
			catalogId: byId(CATALOG_IDS.cornerShop),
			productRetailerId: byId('={{ $json.sku }}'),
			options: { unavailableProducts: 'send', ...options },
		},
		credentialId,
	);
	const [webhook, action] = workflow.nodes;
	Object.assign(action!, settings);
	webhook!.parameters.responseMode = 'onReceived';
	workflow.nodes.push({
		id: randomUUID(),
		name: 'Split',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		position: [0, 0],
		parameters: { fieldToSplitOut: 'body.items', options: {} },
	});
	workflow.connections = {
		Start: { main: [[{ node: 'Split', type: 'main', index: 0 }]] },
		Split: { main: [[{ node: ACTION, type: 'main', index: 0 }]] },
	};
	return await publishWorkflow(workflow);
}

async function start(workflow: SavedWorkflow, count: number, last: object = {}): Promise<void> {
	const items = Array.from({ length: count }, (_unused, index) => ({
		to: stranger(index),
		sku: 'BAK-RYE',
		...(index === count - 1 && last),
	}));
	await fetch(webhookUrl(workflow), {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ items }),
	});
}

it('Retry On Fail sends nothing a second time', async () => {
	const workflow = await publish(
		{ messagesPerSecond: 40 },
		{ retryOnFail: true, maxTries: 3, waitBetweenTries: 100 },
	);
	await start(workflow, 10, { sku: 'NOPE' });
	const [execution] = await waitForExecutions(n8n, workflow.id, 1);
	expect(execution?.status).toBe('error');
	const refused = (await sandbox.calls()).filter(
		({ method, status }) => method === 'POST' && status === 400,
	);
	expect(refused).toHaveLength(3);
	expect(await sandbox.messages()).toHaveLength(9);
});

it('Send Once Per Key skips in a later run, by n8n’s own record', async () => {
	const workflow = await publish({
		messagesPerSecond: 100,
		sendOnceKey: '=campaign-7/{{ $json.to }}',
	});
	await start(workflow, 5);
	await waitForExecutions(n8n, workflow.id, 1);
	await start(workflow, 7);
	const [, second] = await waitForExecutions(n8n, workflow.id, 2);
	const output = await outputOf(n8n, second!, ACTION);
	expect(output.map(({ status }) => status)).toEqual([
		...Array<string>(5).fill('skipped'),
		'accepted',
		'accepted',
	]);
	expect(await sandbox.messages()).toHaveLength(7);
});

/** The lines of n8n's log, also of an n8n that was killed and started again by another test. */
const n8nLog = (): string[] =>
	readdirSync(LOGS)
		.filter((file) => file.startsWith(`e2e-${process.env.JEST_WORKER_ID ?? 1}-n8n`))
		.flatMap((file) => readFileSync(path.join(LOGS, file), 'utf8').split('\n'));

it('Stop ends it within a second, and what was sent stays known', async () => {
	await sandbox.troubles({ latency: 50 });
	const workflow = await publish({ messagesPerSecond: 20 });
	await start(workflow, 200);
	while ((await sandbox.messages()).length < 10) await sleep(50);
	const [running] = await executionsOf(n8n, workflow.id);
	await n8n.post(`/rest/executions/${running?.id}/stop`, {});
	await sleep(1_000);
	const sent = await sandbox.messages();
	expect(sent.length).toBeLessThan(60);
	await sleep(1_000);
	expect(await sandbox.messages()).toHaveLength(sent.length);
	const [execution] = await waitForExecutions(n8n, workflow.id, 1);
	expect(execution?.status).toBe('canceled');
	// The output of a stopped run is not kept by n8n; its highlighted data and its log are.
	const { customData } = await n8n.get<{ customData: Record<string, string> }>(
		`/rest/executions/${execution?.id}`,
	);
	const count = /^(\d+) of 200 before/.exec(customData.messages_accepted ?? '')?.[1];
	expect(Number(count)).toBeGreaterThanOrEqual(10);
	const [line = ''] = n8nLog().filter((one) => one.includes(`execution ${execution?.id} (item`));
	const logged = sent.filter(({ id }) => line.includes(id)).length;
	// What was under way at the stop has no answer: n8n breaks it off.
	expect(logged).toBeGreaterThanOrEqual(Number(count));
	expect(sent.length - logged).toBeLessThan(5);
});
