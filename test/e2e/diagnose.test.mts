import { PHONE_NUMBERS, TOKENS } from '../../sandbox/world/shop/world.mts';
import { createCredential } from '../../tools/n8n/n8nApi.mts';
import { sandboxCredential } from '../../tools/start/demo.mts';
import {
	credentialId,
	n8n,
	publishWorkflow,
	runWorkflow,
	sandbox,
	webhookUrl,
} from '../support/n8n/host.mts';
import { byId, sendWorkflow, triggerWorkflow } from '../support/n8n/workflows.mts';

interface Finding {
	check: string;
	status: 'ok' | 'warning' | 'fail';
	what: string;
	todo: string | null;
}

const SENDER = PHONE_NUMBERS[0]?.id ?? '';

async function diagnose(more: object = {}, credential = credentialId): Promise<Finding[]> {
	const workflow = await publishWorkflow(
		sendWorkflow(
			{ resource: 'setup', operation: 'diagnose', phoneNumberId: byId(SENDER), ...more },
			credential,
		),
	);
	const { status, body } = await runWorkflow(workflow, {});
	expect(status).toBe(200);
	return body as Finding[];
}

const statusOf = (findings: Finding[]) =>
	Object.fromEntries(findings.map(({ check, status }) => [check, status]));
const finding = (findings: Finding[], check: string) => findings.find((one) => one.check === check);

describe('Diagnose Setup', () => {
	it('finds nothing but what no API tells and what is wrong in the shop itself, where a published trigger has set everything up', async () => {
		const trigger = await publishWorkflow(triggerWorkflow({}, credentialId));

		const findings = await diagnose({ options: { sampleSkus: 'BAK-RYE' } });

		expect(findings.filter(({ status }) => status !== 'ok')).toEqual([
			expect.objectContaining({ check: 'appLive', status: 'warning' }),
			expect.objectContaining({ check: 'catalogProblems', status: 'warning' }),
		]);
		expect(finding(findings, 'callbackUrl')?.what).toContain(webhookUrl(trigger));
		expect(finding(findings, 'callbackUrl')?.what).toMatch(/It leads to this n8n\.$/);
		expect(await sandbox.messages()).toEqual([]);
	});

	it('names what is broken, and what to do', async () => {
		await publishWorkflow(triggerWorkflow({}, credentialId));
		await sandbox.standing(SENDER, { registered: false, quality: 'RED', cartEnabled: false });

		const findings = await diagnose({ options: { sampleSkus: 'BAK-BAGUETTE, NO-SUCH' } });

		expect(statusOf(findings)).toMatchObject({
			accessToken: 'ok',
			number: 'fail',
			quality: 'fail',
			callbackUrl: 'ok',
			sampleSkus: 'fail',
			cart: 'fail',
		});
		for (const { status, todo } of findings) {
			expect(todo).toEqual(status === 'ok' ? null : expect.stringMatching(/\S{3}/));
		}
	});

	it('says that nothing can arrive before a trigger was ever published', async () => {
		expect(statusOf(await diagnose())).toMatchObject({
			appSubscription: 'fail',
			accountSubscription: 'fail',
			callbackUrl: 'fail',
			catalog: 'ok',
		});
	});

	it('shows an expired token first, and the whole as one table', async () => {
		const { data, ...details } = sandboxCredential(sandbox.url);
		const expired = await createCredential(n8n, {
			...details,
			data: { ...data, accessToken: TOKENS.expired.value },
		});

		const [summary] = (await diagnose({ diagnosisOutput: 'summary' }, expired)) as unknown as [
			{ status: string; table: string; checks: Finding[] },
		];

		expect(summary.status).toBe('fail');
		expect(summary.checks[0]).toMatchObject({ check: 'accessToken', status: 'fail' });
		expect(summary.table.split('\n')[1]).toMatch(/^│ ✗ FAIL +│ Access token +│ /);
		expect(JSON.stringify(summary)).not.toContain(TOKENS.expired.value);
	});
});
