import type { Browser, Page } from 'playwright-core';
import { add, edit, messages, openCart, openList } from '../../test/support/browser/customer.mts';
import { setScene } from './scene.mts';

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

export interface PhonePicture {
	viewport: typeof DESKTOP;
	colorScheme: 'light' | 'dark';
	at?: string;
	go: (page: Page) => Promise<unknown>;
}

const inChat = `pane=chat&chat=${encodeURIComponent('US.13491208655302741918')}`;

async function fillCart(page: Page): Promise<void> {
	await openList(page, 'Fresh today');
	for (const product of ['Sourdough Loaf', 'Apples, 1 kg', 'Espresso Beans, 250 g'])
		await add(page, product);
	await page.getByRole('button', { name: 'One Apples, 1 kg more' }).click();
}

const chatShown = (page: Page) =>
	messages(page)
		.getByText(/^Thank you, Pablo/)
		.waitFor();

/** By file name. */
export const PHONE_PICTURES: Record<string, PhonePicture> = {
	'phone-desktop-light': { viewport: DESKTOP, colorScheme: 'light', go: chatShown },
	'phone-desktop-dark': {
		viewport: DESKTOP,
		colorScheme: 'dark',
		at: 'tab=troubles',
		go: async (page) => {
			await chatShown(page);
			await page.getByLabel('Deliveries', { exact: true }).selectOption('fourAtOnce');
		},
	},
	'phone-cart-updated': {
		viewport: DESKTOP,
		colorScheme: 'light',
		go: async (page) => {
			await fillCart(page);
			await openCart(page);
			const form = await edit(page, 'BAK-SOURDOUGH');
			await form.getByLabel('Price in USD').fill('7.25');
			await form.getByRole('button', { name: 'Save name and prices' }).click();
			await page
				.getByText(/have been updated/)
				.first()
				.waitFor();
			await page.getByRole('button', { name: 'Dismiss' }).click();
		},
	},
	'phone-log': {
		viewport: DESKTOP,
		colorScheme: 'light',
		at: 'tab=log',
		go: async (page) => {
			await chatShown(page);
			// Webhooks would show the port of this machine.
			await page.locator('select', { hasText: 'Graph calls' }).selectOption('calls');
			await page.locator('.record-head').first().click();
		},
	},
	'phone-chat': {
		viewport: PHONE,
		colorScheme: 'light',
		at: inChat,
		go: async (page) => {
			await chatShown(page);
		},
	},
	'phone-list': {
		viewport: PHONE,
		colorScheme: 'light',
		at: inChat,
		go: async (page) => {
			await fillCart(page);
			await page.locator('.sheet-body').evaluate((body) => (body.scrollTop = 0));
		},
	},
	'phone-cart': {
		viewport: PHONE,
		colorScheme: 'dark',
		at: inChat,
		go: async (page) => {
			await fillCart(page);
			const cart = await openCart(page);
			await cart.getByLabel('Note to the business').fill('Please ring twice');
		},
	},
};

/** A picture of the phone page, in a world of its own: one picture's changes are not in the next one. */
export async function phonePicture(
	browser: Browser,
	{ viewport, colorScheme, at = '', go }: PhonePicture,
): Promise<Buffer> {
	const scene = await setScene();
	const context = await browser.newContext({
		viewport,
		colorScheme,
		deviceScaleFactor: 2,
		reducedMotion: 'reduce',
	});
	try {
		const page = await context.newPage();
		await page.goto(`${scene.url}/#${at}`);
		await go(page);
		await page.mouse.move(0, 0);
		await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
		await page.waitForLoadState('networkidle', { timeout: 1_500 }).catch(() => {});
		return await page.screenshot();
	} finally {
		await context.close();
		await scene.close();
	}
}
