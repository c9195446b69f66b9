import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { readyWorkflow, workflowFor } from '../../tools/start/readyWorkflow.mts';
import { launchChromium } from '../support/browser/chromium.mts';
import { add, messages, openCart, openList, write } from '../support/browser/customer.mts';
import { waitForExecutions } from '../support/n8n/executions.mts';
import { credentialId, n8n, publishWorkflow, sandbox } from '../support/n8n/host.mts';

const root = path.resolve(__dirname, '../..');
/** A workflow runs within a second or two, on a busy machine within some more. */
const PATIENCE_MS = 20_000;

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(async () => await browser?.close());

async function openPhone(customer: RegExp): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
	page.setDefaultTimeout(PATIENCE_MS);
	await page.goto(sandbox.url);
	await page.getByRole('link', { name: customer }).click();
	return page;
}

describe('on the sandbox’s phone', () => {
	it.each([
		['with a phone number', /Pablo Morales/, 'Pablo Morales'],
		['without one', /Robin Example/, 'Robin Example'],
	])(
		'a customer %s writes “menu”, orders from two sections of the list, and gets the confirmation',
		async (_, link, name) => {
			const workflow = await publishWorkflow(
				workflowFor(readyWorkflow(root), sandbox.url, {
					id: credentialId,
					name: 'WhatsApp sandbox',
				}),
			);
			const page = await openPhone(link);

			await write(page, 'menu');
			const shop = await openList(page, 'Fresh today');
			expect(await shop.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
				'Bread',
				'Fruit and vegetables',
				'Coffee',
			]);
			await add(page, 'Sourdough Loaf');
			await page.getByRole('button', { name: 'One Sourdough Loaf more' }).click();
			await add(page, 'Apples, 1 kg');
			const cart = await openCart(page);
			await cart.getByRole('textbox', { name: 'Note to the business' }).fill('Ring twice');
			await cart.getByText('$17.80').waitFor();
			await cart.getByRole('button', { name: 'Send to business' }).click();

			await messages(page).filter({ hasText: 'View sent cart' }).waitFor();
			const confirmation = messages(page).filter({ hasText: `Thank you, ${name}!` });
			await confirmation.waitFor();
			expect(await confirmation.locator('.bubble-words').textContent()).toBe(
				[
					`Thank you, ${name}! We have your order:`,
					'2 × Sourdough Loaf',
					'1 × Apples, 1 kg',
					'Total: 17.80 USD',
					'Your note: Ring twice',
				].join('\n'),
			);
			// It answers the order, so it quotes it.
			await confirmation.getByRole('button', { name: /In reply to You/ }).waitFor();
			const executions = await waitForExecutions(n8n, workflow.id, 2);
			expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
			await page.close();
		},
	);
});
