import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
	APP,
	APP_TOKEN,
	CATALOG_IDS,
	CUSTOMERS,
	PHONE_NUMBERS,
} from '../../sandbox/world/shop/world.mts';
import type { WorkflowFile } from '../n8n/n8nApi.mts';
import { readyWorkflow, workflowFor } from '../start/readyWorkflow.mts';
import {
	ACTION,
	sendNode,
	startingWith,
	TRIGGER,
	triggerWorkflow,
} from '../../test/support/n8n/workflows.mts';

import {
	between,
	calm,
	type EditorPicture,
	execute,
	field,
	form,
	output,
	SETTLING_MS,
	widenOutput,
} from './editor.mts';

const root = path.resolve(import.meta.dirname, '../..');
const [sender] = PHONE_NUMBERS;
const [pablo] = CUSTOMERS;
const chosen = (value = '', name = '') => ({
	__rl: true,
	mode: 'list',
	value,
	cachedResultName: name,
});
const number = chosen(sender?.id, `${sender?.display} · ${sender?.verifiedName}`);
const catalog = chosen(CATALOG_IDS.cornerShop, 'Corner Shop');
const wroteMenu = {
	event: 'textMessage',
	messageId: 'wamid.HBgLMTY1MDU1NTEyMzQ',
	text: 'menu',
	customer: { key: pablo?.userId, phone: `+${pablo?.phone}`, name: 'Pablo' },
	phoneNumberId: sender?.id,
};

/** Answers a customer who has written "menu", which is there as pinned data. */
function replyWorkflow(credentialId: string): WorkflowFile {
	const start = triggerWorkflow({ events: ['order', 'textMessage'] }, credentialId);
	const send = sendNode(
		{
			operation: 'sendMultiProduct',
			phoneNumberId: number,
			recipient: '={{ $json.customer }}',
			headerText: 'Fresh today',
			bodyText: '=Hello {{ $json.customer.name }}! Put what you like into the cart.',
			catalogId: catalog,
			sections: {
				section: [
					{
						title: 'Bread',
						products: {
							product: [
								{ productRetailerId: chosen('BAK-SOURDOUGH', 'Sourdough Loaf · $6.80') },
								{ productRetailerId: chosen() },
							],
						},
						skus: '',
					},
				],
			},
		},
		credentialId,
	);
	return {
		...start,
		nodes: [...start.nodes, { ...send, position: [260, 0] }],
		connections: { [TRIGGER]: { main: [[{ node: ACTION, type: 'main', index: 0 }]] } },
		pinData: { [TRIGGER]: [{ json: wroteMenu }] },
	};
}

/** By file name. */
export const EDITOR_PICTURES: Record<string, EditorPicture> = {
	'editor-send': {
		height: 980,
		async take(open, { credentialId }) {
			const page = await open(replyWorkflow(credentialId), ACTION);
			await field(page, 'footerText').evaluate((element) => element.scrollIntoView());
			const products = page.getByTestId('resource-locator-productRetailerId');
			await products.nth(1).getByTestId('rlc-input').click();
			await page.getByTestId('rlc-search').fill('bak');
			await page.getByTestId('rlc-item').nth(3).waitFor();
			await page.waitForTimeout(SETTLING_MS);
			return await between(page, page.getByTestId('ndv-input-panel'), form(page));
		},
	},
	'editor-trigger': {
		height: 1_000,
		async take(open, { credentialId }) {
			const page = await open(
				triggerWorkflow(
					{
						events: ['order', 'messageFailed'],
						outputs: 'perEvent',
						registration: 'phoneNumber',
						phoneNumberId: number,
						options: { enrich: true, filterSkus: 'BAK-SOURDOUGH, BAK-RYE' },
					},
					credentialId,
				),
				TRIGGER,
			);
			await field(page, 'registration').waitFor();
			await calm(page);
			return await between(page, form(page), form(page));
		},
	},
	'editor-order': {
		height: 1_180,
		async take(open, { credentialId, sandbox }) {
			const page = await open(triggerWorkflow({}, credentialId), TRIGGER);
			await page.getByTestId('trigger-execute-button').first().click();
			while ((await sandbox.subscriptions(APP.id, APP_TOKEN)).length === 0) await sleep(100);
			await sandbox.orders(pablo?.phone ?? '', {
				lines: [{ sku: 'BAK-SOURDOUGH', quantity: 2 }],
				note: 'Please ring twice',
			});
			await output(page).getByText('1 item').waitFor();
			await output(page).getByTestId('radio-button-schema').click();
			await calm(page);
			return await between(page, form(page), output(page));
		},
	},
	'editor-preview': {
		height: 900,
		async take(open, { credentialId }) {
			const page = await open(
				startingWith(
					'manualTrigger',
					sendNode(
						{
							operation: 'sendMultiProduct',
							phoneNumberId: number,
							recipient: `+${pablo?.phone}`,
							headerText: 'Fresh today',
							bodyText: 'Good morning! Put what you like into the cart and send it to us.',
							footerText: 'Orders before noon arrive the same day',
							catalogId: catalog,
							productSource: 'skuList',
							skuList: 'Bread: BAK-SOURDOUGH, BAK-RYE\nCoffee: COF-HOUSE, COF-ESPRESSO',
							options: { previewOnly: true },
						},
						credentialId,
					),
				),
				ACTION,
			);
			await execute(page, '1 item');
			await output(page).getByTestId('radio-button-binary').click();
			await output(page).getByTestId('ndv-view-binary-data').click();
			await page.frameLocator('iframe.__html-display').locator('img').first().waitFor();
			await calm(page);
			return await between(page, form(page), output(page));
		},
	},
	'editor-diagnose': {
		height: 1_130,
		async take(open, { credentialId }) {
			const page = await open(
				startingWith(
					'manualTrigger',
					sendNode(
						{ resource: 'setup', operation: 'diagnose', phoneNumberId: number },
						credentialId,
					),
				),
				ACTION,
			);
			await execute(page, /\d+ items/);
			await output(page).getByTestId('radio-button-table').click();
			await widenOutput(page);
			await calm(page);
			return await between(page, form(page), output(page));
		},
	},
	'editor-workflow': {
		height: 720,
		async take(open, { credentialId, sandbox }) {
			const page = await open(
				workflowFor(readyWorkflow(root), sandbox.url, {
					id: credentialId,
					name: 'WhatsApp sandbox',
				}),
			);
			await page.keyboard.press('1');
			await calm(page);
			return await page.screenshot();
		},
	},
};
