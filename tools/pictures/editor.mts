import type { Browser, Locator, Page } from 'playwright-core';
import { createWorkflow, type WorkflowFile } from '../n8n/n8nApi.mts';
import type { Surroundings } from './n8n.mts';

/** The editor draws within a second or two, on a busy machine within many more. */
const PATIENCE_MS = 60_000;
/** For what moves in or out. */
export const SETTLING_MS = 500;

/** Opens a new workflow, and one of its nodes. */
export type OpenEditor = (workflow: WorkflowFile, node?: string) => Promise<Page>;

export interface EditorPicture {
	/** Of the window, in CSS pixels. */
	height: number;
	take: (open: OpenEditor, surroundings: Surroundings) => Promise<Buffer>;
}

export const field = (page: Page, name: string): Locator =>
	page.getByTestId(`parameter-input-${name}`);

export const form = (page: Page): Locator => page.getByTestId('node-parameters');

export const output = (page: Page): Locator => page.getByTestId('output-panel');

export async function execute(page: Page, items: string | RegExp): Promise<void> {
	await page.getByTestId('node-execute-button').click();
	await output(page).getByText(items).first().waitFor();
}

/** Gives the output as much room as the editor allows. */
export async function widenOutput(page: Page): Promise<void> {
	const handle = await page.getByTestId('panel-drag-button').boundingBox();
	if (!handle) throw new Error('The panels cannot be moved.');
	const y = handle.y + handle.height / 2;
	await page.mouse.move(handle.x + handle.width / 2, y);
	await page.mouse.down();
	await page.mouse.move(handle.x - 200, y, { steps: 5 });
	await page.mouse.move(0, y, { steps: 5 });
	await page.mouse.up();
}

/** Puts away what n8n shows for a moment only. */
export async function calm(page: Page): Promise<void> {
	await page.mouse.move(0, 0);
	const notice = page.locator('.el-notification');
	await notice
		.first()
		.waitFor({ timeout: 1_500 })
		.catch(() => {});
	await page.addStyleTag({
		content: '.el-notification, .n8n-tooltip { display: none !important }',
	});
	await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
	await page.waitForTimeout(SETTLING_MS);
}

/** What lies between the left edge of one part and the right edge of another. */
export async function between(page: Page, left: Locator, right: Locator): Promise<Buffer> {
	const [from, to] = [await left.boundingBox(), await right.boundingBox()];
	if (!from || !to) throw new Error('A part of the editor is not there.');
	const y = Math.min(from.y, to.y);
	return await page.screenshot({
		clip: {
			x: from.x,
			y,
			width: to.x + to.width - from.x,
			height: Math.max(from.y + from.height, to.y + to.height) - y,
		},
	});
}

/** A picture of n8n's editor. */
export async function editorPicture(
	browser: Browser,
	surroundings: Surroundings,
	{ height, take }: EditorPicture,
): Promise<Buffer> {
	const { n8n, sandbox } = surroundings;
	await sandbox.reset();
	const context = await browser.newContext({
		viewport: { width: 1_440, height },
		deviceScaleFactor: 2,
		reducedMotion: 'reduce',
	});
	const [cookie = '', ...value] = n8n.cookie.split('=');
	await context.addCookies([{ name: cookie, value: value.join('='), url: n8n.url }]);
	try {
		return await take(async (workflow, node) => {
			const { id } = await createWorkflow(n8n, workflow);
			const page = await context.newPage();
			page.setDefaultTimeout(PATIENCE_MS);
			await page.goto(`${n8n.url}/workflow/${id}`);
			await page
				.locator(`[data-node-name="${node ?? workflow.nodes[0]?.name}"]`)
				.first()
				.waitFor();
			if (node) await page.locator(`[data-node-name="${node}"]`).first().dblclick();
			return page;
		}, surroundings);
	} finally {
		await context.close();
	}
}
