import { setTimeout as sleep } from 'node:timers/promises';
import { CUSTOMERS, type Customer } from '../../../sandbox/world/shop/world.mts';
import type { SavedWorkflow } from '../../../tools/n8n/n8nApi.mts';
import { failed, statusDelivery } from '../../support/fixtures/deliveries';
import { addRows, deleteTable, rowsOf, updateRows } from '../../support/n8n/dataTables.mts';
import { publishExample, runFrom } from '../../support/n8n/examples.mts';
import { executionsOf, outputOf, waitForExecutions } from '../../support/n8n/executions.mts';
import { n8n, sandbox, unpublishWorkflow } from '../../support/n8n/host.mts';
import { only } from '../../support/n8n/sandboxClient.mts';

/** A message that fails is looked up again every ten seconds until it is noted. */
jest.setTimeout(180_000);

const TABLE = 'WhatsApp reminders';
const [pablo, , robin, sam] = CUSTOMERS as [Customer, Customer, Customer, Customer];

let workflow: SavedWorkflow;
let runs: number;
beforeEach(async () => {
	await deleteTable(TABLE);
	workflow = await publishExample('failed-message');
	await runFrom(workflow, 'Click once to create the table');
	runs = 1;
});

/** Friday, nine o'clock. */
async function sendReminders(): Promise<void> {
	expect(await runFrom(workflow, 'Every Friday at nine')).toMatchObject({ status: 'success' });
	runs++;
}

/** Waits until the workflow has dealt with so many failed messages. */
async function dealtWith(failures: number): Promise<void> {
	runs += failures;
	const executions = await waitForExecutions(n8n, workflow.id, runs);
	expect(executions.map(({ status }) => status)).toEqual(executions.map(() => 'success'));
}

const reminder = (customer: Customer) => ({
	customer: customer.phone === null ? customer.userId : `+${customer.phone}`,
	name: customer.name,
	skus: 'BAK-RYE, TEA/EG 50+5',
	usual: 'rye bread and tea',
});

/** A failed status of a message that went to Pablo, as Meta sends it now. */
const failsNow = async (id: string, code = 131047) =>
	await sandbox.delivers(
		statusDelivery([
			failed({
				id,
				timestamp: String(Math.floor(Date.now() / 1000)),
				errors: [{ code, title: 'Not delivered' }],
			}),
		]),
		'valid',
	);

/** Waits until a node has run in the only execution, which goes on. */
async function hasRun(node: string): Promise<void> {
	for (;;) {
		const [execution] = await executionsOf(n8n, workflow.id);
		if (execution && (await outputOf(n8n, execution, node)).length > 0) return;
		await sleep(100);
	}
}

const rows = async () => await rowsOf(TABLE);

/** What a shop does that wants to write to the same customer again. */
const newRound = async () => await updateRows(TABLE, 'name', pablo.name, { status: '' });

describe('the example "failed-message"', () => {
	it('sends the template with the same products, once, when Meta says later that the window is closed', async () => {
		await sandbox.troubles({ window: 'closed', windowClosedHow: 'late', deliveries: 'fourAtOnce' });
		await addRows(TABLE, [reminder(pablo), reminder(robin)]);
		await sendReminders();
		await dealtWith(2);

		const sent = await sandbox.messages();
		expect(sent).toHaveLength(4);
		for (const customer of [pablo, robin]) {
			const [list, template] = sent.filter((one) => one.customer === customer.userId);
			const products = ['BAK-RYE', 'TEA/EG 50+5'];
			expect(list).toMatchObject({ type: 'product_list', fate: 'failed', products });
			expect(template).toMatchObject({
				type: 'template',
				fate: 'delivered',
				products,
				payload: { template: { name: 'reorder_reminder', language: { code: 'en_US' } } },
			});
			expect(JSON.stringify(template?.payload)).toContain(customer.name);
			expect(await rows()).toContainEqual(
				expect.objectContaining({
					customer: reminder(customer).customer,
					status: 'sent as template',
					messageId: list?.id,
					templateId: template?.id,
					code: 131047,
				}),
			);
		}

		// Next Friday nobody is left, and a workflow that has forgotten all deliveries looks into the table.
		await sendReminders();
		await unpublishWorkflow(workflow);
		workflow = await publishExample('failed-message');
		runs = 0;
		await failsNow(sent[0]?.id ?? '');
		await dealtWith(1);
		expect(await sandbox.messages()).toHaveLength(4);
		expect(await rows()).toMatchObject([
			{ status: 'sent as template' },
			{ status: 'sent as template' },
		]);
	});

	it('waits for a send that has not noted its messages yet', async () => {
		await unpublishWorkflow(workflow);
		// So that what has happened so far can be seen while it runs.
		workflow = await publishExample('failed-message', ({ settings, ...rest }) => ({
			...rest,
			settings: { ...settings, saveExecutionProgress: true },
		}));
		runs = 0;

		await failsNow('wamid.EARLY');
		await hasRun('Look up what was in it');
		await addRows(TABLE, [{ ...reminder(pablo), messageId: 'wamid.EARLY', status: 'sent' }]);
		await dealtWith(1);
		expect(only(await sandbox.messages())).toMatchObject({
			type: 'template',
			customer: pablo.userId,
			fate: 'delivered',
		});
	});

	it('leaves every other reason to a person, also for a template and for messages from elsewhere', async () => {
		await addRows(TABLE, [
			reminder(sam),
			{
				...reminder(pablo),
				messageId: 'wamid.LIST',
				templateId: 'wamid.LATER',
				status: 'sent as template',
			},
		]);
		await sendReminders();
		await failsNow('wamid.LATER', 131049);
		// From days ago, so nothing is waited for.
		await sandbox.delivers(statusDelivery([failed({ id: 'wamid.ELSEWHERE' })]), 'valid');
		await dealtWith(3);

		expect(only(await sandbox.messages())).toMatchObject({ customer: sam.userId, fate: 'failed' });
		expect(await rows()).toMatchObject([
			{
				name: sam.name,
				status: 'please look',
				code: 131026,
				whatHappened: 'The message cannot be delivered to this recipient',
				whatToDo: expect.stringContaining('outdated app'),
			},
			{ name: pablo.name, status: 'please look', code: 131049 },
			{ customer: `+${pablo.phone}`, status: 'please look', messageId: 'wamid.ELSEWHERE' },
		]);
	});

	it('notes why a reminder or its template was refused, and sends the others', async () => {
		await sandbox.troubles({ window: 'closed', windowClosedHow: 'late' });
		await addRows(TABLE, [
			{ ...reminder(pablo), skus: 'OLD-1' },
			{ ...reminder(robin), usual: '' },
		]);
		await sendReminders();
		await dealtWith(1);

		expect(only(await sandbox.messages())).toMatchObject({
			customer: robin.userId,
			fate: 'failed',
		});
		expect(await rows()).toMatchObject([
			{ status: 'please look', whatToDo: expect.stringContaining('OLD-1 is not in the catalog') },
			{ status: 'please look', whatToDo: expect.stringContaining('body_1') },
		]);
	});

	it('says that a new round under the old key sent nothing, and keeps the ID of the message before', async () => {
		await addRows(TABLE, [reminder(pablo)]);
		await sendReminders();
		const { id } = only(await sandbox.messages());
		await newRound();
		await sendReminders();

		expect(await sandbox.messages()).toHaveLength(1);
		expect(await rows()).toMatchObject([
			{ status: 'please look', messageId: id, whatHappened: expect.stringMatching(/\w/) },
		]);
	});

	it('sends a template in each round in which a message fails', async () => {
		await sandbox.troubles({ window: 'closed', windowClosedHow: 'late' });
		await unpublishWorkflow(workflow);
		// Another key for each run, as its note asks for.
		workflow = await publishExample('failed-message', ({ nodes, ...rest }) => ({
			...rest,
			nodes: JSON.parse(
				JSON.stringify(nodes).replaceAll('=reminder/', '=reminder/{{ $execution.id }}/'),
			) as typeof nodes,
		}));
		runs = 0;
		await addRows(TABLE, [reminder(pablo)]);
		for (const round of [1, 2]) {
			await newRound();
			await sendReminders();
			await dealtWith(1);
			expect(await sandbox.messages()).toHaveLength(2 * round);
		}
		expect((await sandbox.messages()).map(({ type }) => type)).toEqual([
			'product_list',
			'template',
			'product_list',
			'template',
		]);
	});

	it('sends nothing when there is no reminder to send', async () => {
		await sendReminders();
		expect(await sandbox.messages()).toEqual([]);
	});
});
