import { APP, APP_TOKEN, BUSINESS_ACCOUNT } from '../../sandbox/world/shop/world.mts';
import {
	credentialId,
	publishWorkflow,
	sandbox,
	unpublishWorkflow,
	webhookUrl,
} from '../support/n8n/host.mts';
import { triggerWorkflow } from '../support/n8n/workflows.mts';

const subscriptions = async () => await sandbox.subscriptions(APP.id, APP_TOKEN);

describe('publishing a workflow with the trigger', () => {
	it('registers its URL with the app; Meta has checked it by then', async () => {
		const workflow = await publishWorkflow(triggerWorkflow({}, credentialId));

		expect(await subscriptions()).toEqual([
			expect.objectContaining({
				object: 'whatsapp_business_account',
				callback_url: expect.stringContaining(`${webhookUrl(workflow)}?before=`),
				active: true,
			}),
		]);
	});

	it('subscribes the app to the business account, without which Meta delivers nothing', async () => {
		await publishWorkflow(triggerWorkflow({}, credentialId));

		const calls = await sandbox.calls();
		expect(calls).toContainEqual(
			expect.objectContaining({
				method: 'POST',
				path: `/v26.0/${BUSINESS_ACCOUNT.id}/subscribed_apps`,
				status: 200,
			}),
		);
	});

	it('answers a handshake with another verify token without the challenge', async () => {
		const workflow = await publishWorkflow(triggerWorkflow({}, credentialId));

		const query = new URLSearchParams({
			'hub.mode': 'subscribe',
			'hub.challenge': '1158201444',
			'hub.verify_token': 'guessed',
		});
		const response = await fetch(`${webhookUrl(workflow)}?${query.toString()}`);

		expect(response.status).toBe(403);
		expect(await response.text()).not.toContain('1158201444');
	});

	it('does not take the URL of another workflow', async () => {
		const first = await publishWorkflow(triggerWorkflow({}, credentialId));

		await expect(publishWorkflow(triggerWorkflow({}, credentialId))).rejects.toThrow(
			/already delivers to/,
		);
		expect(await subscriptions()).toEqual([
			expect.objectContaining({ callback_url: expect.stringContaining(webhookUrl(first)) }),
		]);
	});
});

describe('unpublishing it', () => {
	it('removes the subscription', async () => {
		const workflow = await publishWorkflow(triggerWorkflow({}, credentialId));
		await unpublishWorkflow(workflow);

		expect(await subscriptions()).toEqual([]);
	});
});
