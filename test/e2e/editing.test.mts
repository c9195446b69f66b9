import { selectors, type Browser, type Page } from 'playwright-core';
import { createWorkflow } from '../../tools/n8n/n8nApi.mts';
import { CATALOG_IDS, CUSTOMERS } from '../../sandbox/world/shop/world.mts';
import { warehouseProducts } from '../../sandbox/world/shop/warehouse.mts';
import { launchChromium } from '../support/browser/chromium.mts';
import { credentialId, n8n, sandbox } from '../support/n8n/host.mts';
import { ACTION, sendNode, startingWith } from '../support/n8n/workflows.mts';

/** The editor answers within a second or two, on a busy machine within many more. */
const PATIENCE_MS = 40_000;

jest.setTimeout(180_000);

/** Rows of a page of the drop-down. */
const PAGE = 50;
const FAR_BACK = 199 * PAGE + 2;

const [pablo] = CUSTOMERS;
/** Found only by searching: it stands on page 200 of the list. */
const wanted = warehouseProducts()[FAR_BACK - 1];

let browser: Browser;
beforeAll(async () => {
	selectors.setTestIdAttribute('data-test-id');
	browser = await launchChromium();
});
afterAll(async () => await browser?.close());

/** The editor with the action node of a new workflow opened. */
async function openNode(parameters: Record<string, unknown>): Promise<Page> {
	const { id } = await createWorkflow(
		n8n,
		startingWith('manualTrigger', sendNode(parameters, credentialId)),
	);
	const context = await browser.newContext({ viewport: { width: 1500, height: 1100 } });
	const [name = '', ...value] = n8n.cookie.split('=');
	await context.addCookies([{ name, value: value.join('='), url: n8n.url }]);
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE_MS);
	await page.goto(`${n8n.url}/workflow/${id}`);
	await page.locator(`[data-node-name="${ACTION}"]`).first().dblclick();
	return page;
}

/** Opens a drop-down, searches in it, and chooses the row. */
async function choose(page: Page, field: string, row: string, search?: string): Promise<void> {
	await page.getByTestId(`resource-locator-${field}`).getByTestId('rlc-input').click();
	if (search) await page.getByTestId('rlc-search').fill(search);
	await page.getByTestId('rlc-item').filter({ hasText: row }).click();
}

const fill = async (page: Page, field: string, text: string) =>
	await page.getByTestId(`parameter-input-${field}`).locator('input, textarea').fill(text);

async function execute(page: Page): Promise<void> {
	await page.getByTestId('node-execute-button').click();
	await page.getByTestId('output-panel').getByText('1 item').waitFor();
}

describe('a builder in the editor', () => {
	it('picks a catalog, finds a product on page 200 by its name, and sends it', async () => {
		const page = await openNode({ operation: 'sendSingleProduct' });

		await choose(page, 'phoneNumberId', '+1 555-078-3881');
		await fill(page, 'recipient', `+${pablo?.phone}`);
		await choose(page, 'catalogId', 'Warehouse');
		await choose(page, 'productRetailerId', `(${wanted?.sku})`, wanted?.name);
		await execute(page);

		expect(await sandbox.messages()).toEqual([
			expect.objectContaining({
				type: 'product',
				customer: pablo?.userId,
				catalogId: CATALOG_IDS.warehouse,
				products: [wanted?.sku],
				fate: 'delivered',
			}),
		]);
		await page.context().close();
	});

	it('looks at a list before it is sent', async () => {
		const page = await openNode({
			operation: 'sendMultiProduct',
			phoneNumberId: { __rl: true, mode: 'id', value: '106540352242922' },
			recipient: `+${pablo?.phone}`,
			headerText: 'Fresh today',
			bodyText: 'Choose what you like',
			catalogId: { __rl: true, mode: 'id', value: CATALOG_IDS.cornerShop },
			sections: { section: [{ title: 'Bread', skus: 'BAK-RYE, BAK-BAGUETTE' }] },
			options: { previewOnly: true },
		});

		await execute(page);
		const output = page.getByTestId('output-panel');
		await output.getByText('Preview only: nothing was sent for 1 message.').waitFor();
		await output.getByTestId('radio-button-binary').click();
		await output.getByTestId('ndv-view-binary-data').click();

		// The picture is drawn: as large as it was made, with the photo of the product above it.
		const drawing = page.frameLocator('iframe.__html-display').locator('div').first();
		expect(await drawing.boundingBox()).toMatchObject({ width: 420, height: expect.any(Number) });
		expect(await drawing.evaluate((div) => getComputedStyle(div).backgroundImage)).toMatch(
			/^url\("data:image\/svg\+xml;base64,/,
		);
		const photo = drawing.locator('img');
		await expect(photo.getAttribute('src')).resolves.toMatch(/BAK-RYE/);
		expect(await photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
		expect(await sandbox.messages()).toEqual([]);
		await page.context().close();
	});
});
