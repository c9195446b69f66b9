import {
	BUSINESS_ACCOUNT,
	CATALOG_IDS,
	CUSTOMERS,
	PHONE_NUMBERS,
	type Customer,
} from '../../sandbox/world/shop/world.mts';
import { waitForExecutions } from '../support/n8n/executions.mts';
import { credentialId, n8n, publishWorkflow, sandbox } from '../support/n8n/host.mts';
import { triggerWorkflow } from '../support/n8n/workflows.mts';

const [pablo] = CUSTOMERS as [Customer];
const order = { lines: [{ sku: 'BAK-RYE', quantity: 1 }] };

describe('a delivery that Meta did not sign', () => {
	it.each(['wrong', 'missing'] as const)(
		'is answered 401 and runs nothing (signature %s)',
		async (signature) => {
			const workflow = await publishWorkflow(triggerWorkflow({}, credentialId));

			const { attempts } = await sandbox.delivers(orderWebhook('wamid.forged'), signature);
			expect(attempts).toEqual([expect.objectContaining({ status: 401 })]);

			// A true order afterwards: once that has run, a run of the forged one would be there too.
			await sandbox.orders(pablo.phone ?? '', order);
			expect(await waitForExecutions(n8n, workflow.id, 1)).toHaveLength(1);
		},
	);
});

describe('the same delivery', () => {
	it('runs once when it arrives four times at once and once more later', async () => {
		const workflow = await publishWorkflow(triggerWorkflow({}, credentialId));

		const { id, attempts } = await sandbox.delivers(orderWebhook('wamid.repeated'), 'valid', 4);
		expect(attempts).toHaveLength(4);
		expect(attempts).toContainEqual(expect.objectContaining({ status: 200 }));
		const later = await sandbox.deliversAgain(id);
		expect(later.attempts.at(-1)).toMatchObject({ status: 200 });

		// Another order afterwards: once that has run, a second run of the first would be there too.
		await sandbox.orders(pablo.phone ?? '', order);
		expect(await waitForExecutions(n8n, workflow.id, 2)).toHaveLength(2);
	});
});

describe('what an n8n that starts anew knows', () => {
	it('has every one of the orders that came', async () => {
		const { id } = await publishWorkflow(triggerWorkflow({}, credentialId));
		for (let count = 0; count < 4; count++) await sandbox.orders(pablo.phone ?? '', order);
		await waitForExecutions(n8n, id, 4);
		const { staticData } = await n8n.get<{ staticData: Record<string, { seen: string }> }>(
			`/rest/workflows/${id}`,
		);
		const [ofTrigger] = Object.values(staticData);
		expect(new Set(ofTrigger?.seen.split(' ')).size).toBe(4);
	});
});

/** An order as Meta delivers it (facts 2.1, 2.2). */
function orderWebhook(messageId: string) {
	return {
		object: 'whatsapp_business_account',
		entry: [
			{
				id: BUSINESS_ACCOUNT.id,
				changes: [
					{
						field: 'messages',
						value: {
							messaging_product: 'whatsapp',
							metadata: {
								display_phone_number: PHONE_NUMBERS[0]?.digits,
								phone_number_id: PHONE_NUMBERS[0]?.id,
							},
							contacts: [
								{ profile: { name: pablo.name }, wa_id: pablo.phone, user_id: pablo.userId },
							],
							messages: [
								{
									from: pablo.phone,
									from_user_id: pablo.userId,
									id: messageId,
									timestamp: '1795300000',
									type: 'order',
									order: {
										catalog_id: CATALOG_IDS.cornerShop,
										text: '',
										product_items: [
											{
												product_retailer_id: 'BAK-RYE',
												quantity: 1,
												item_price: 6.2,
												currency: 'USD',
											},
										],
									},
								},
							],
						},
					},
				],
			},
		],
	};
}
