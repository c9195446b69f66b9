import path from 'node:path';
import { readyWorkflow, workflowFor } from '../../tools/start/readyWorkflow.mts';
import { cornerShopProducts } from '../../sandbox/world/shop/cornerShop.mts';
import { CUSTOMERS, type Customer } from '../../sandbox/world/shop/world.mts';
import { waitForExecutions } from '../support/n8n/executions.mts';
import { credentialId, n8n, publishWorkflow, sandbox } from '../support/n8n/host.mts';

const [pablo, , robin] = CUSTOMERS as [Customer, Customer, Customer];
const root = path.resolve(__dirname, '../..');
const forSandbox = () =>
	workflowFor(readyWorkflow(root), sandbox.url, { id: credentialId, name: 'WhatsApp sandbox' });

describe('the ready workflow "Order by WhatsApp"', () => {
	it.each([
		['with a phone number', pablo, pablo.phone ?? '', { to: `+${pablo.phone}` }],
		['without one', robin, robin.userId, { recipient: robin.userId }],
	])(
		'answers a customer %s with the list, and their order with a confirmation',
		async (_, customer, key, address) => {
			const workflow = await publishWorkflow(forSandbox());

			await sandbox.writes(key, 'menu');
			expect(await waitForExecutions(n8n, workflow.id, 1)).toEqual([
				expect.objectContaining({ status: 'success' }),
			]);
			const [list] = await sandbox.messages();
			expect(list).toMatchObject({
				type: 'product_list',
				customer: customer.userId,
				fate: 'delivered',
			});

			// The customer takes two of everything that was offered.
			const cart = (list?.products ?? []).map((sku) => ({ sku, quantity: 2 }));
			const { orderId } = await sandbox.orders(key, { lines: cart, note: 'Ring twice }}' });
			expect(await waitForExecutions(n8n, workflow.id, 2)).toHaveLength(2);

			const [, confirmation, ...more] = await sandbox.messages();
			expect(more).toEqual([]);
			expect(confirmation).toMatchObject({ customer: customer.userId, fate: 'delivered' });
			expect(confirmation?.payload).toEqual({
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				...address,
				context: { message_id: orderId },
				type: 'text',
				text: {
					body: [
						`Thank you, ${customer.name}! We have your order:`,
						...cart.map(({ sku }) => `2 × ${nameOf(sku)}`),
						`Total: ${(2 * total(list?.products ?? [])).toFixed(2)} USD`,
						'Your note: Ring twice }}',
					].join('\n'),
				},
			});
		},
	);

	it('names no credential and no host but Meta, so that it can be imported as it is', () => {
		const { nodes } = readyWorkflow(root);

		expect(nodes.filter(({ credentials }) => credentials)).toEqual([]);
		expect(nodes.find(({ name }) => name === 'Confirm the order')?.parameters.url).toMatch(
			/^=https:\/\/graph\.facebook\.com\/v26\.0\//,
		);
	});
});

const nameOf = (sku: string) => cornerShopProducts().find((product) => product.sku === sku)?.name;

/** What one of each costs today, in dollars. */
function total(skus: string[]): number {
	const minor = cornerShopProducts()
		.filter(({ sku }) => skus.includes(sku))
		.reduce((sum, { priceMinor, salePriceMinor }) => sum + (salePriceMinor ?? priceMinor), 0);
	return minor / 100;
}
