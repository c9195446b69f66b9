/**
 * Takes the pictures of the phone page in docs/. Runs under Node.js 24, after the page was built:
 *
 *   $(node scripts/node24.mjs) scripts/phone/pictures.mts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../test/phone/support/chromium.mts';
import { add, edit, messages, openCart, openList } from '../../test/phone/support/customer.mts';
import { setScene } from './scene.mts';

const root = path.resolve(import.meta.dirname, '../..');
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const LARGEST = 150_000;
const QUALITY = 0.86;

interface Picture {
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

const PICTURES: Record<string, Picture> = {
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

/** Playwright writes PNG; the browser itself can make WebP of it. */
async function webpOf(browser: Browser, png: Buffer): Promise<Buffer> {
	const page = await browser.newPage();
	const address = await page.evaluate(
		async ([source, quality]) => {
			const image = new Image();
			image.src = source;
			await image.decode();
			const canvas = document.createElement('canvas');
			canvas.width = image.width;
			canvas.height = image.height;
			canvas.getContext('2d')?.drawImage(image, 0, 0);
			return canvas.toDataURL('image/webp', quality);
		},
		[`data:image/png;base64,${png.toString('base64')}`, QUALITY] as const,
	);
	await page.close();
	return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

const folder = path.join(root, 'docs');
mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
for (const [name, { viewport, colorScheme, at = '', go }] of Object.entries(PICTURES)) {
	// Each in a world of its own: one picture's changes are not in the next one.
	const scene = await setScene();
	const context = await browser.newContext({
		viewport,
		colorScheme,
		deviceScaleFactor: viewport === PHONE ? 2 : 1.25,
		reducedMotion: 'reduce',
	});
	const page = await context.newPage();
	await page.goto(`${scene.url}/#${at}`);
	await go(page);
	await page.mouse.move(0, 0);
	await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
	await page.waitForLoadState('networkidle', { timeout: 1_500 }).catch(() => {});
	const picture = await webpOf(browser, await page.screenshot());
	if (picture.length > LARGEST) throw new Error(`${name} has ${picture.length} bytes.`);
	writeFileSync(path.join(folder, `${name}.webp`), picture);
	console.log(`docs/${name}.webp  ${Math.round(picture.length / 1000)} kB`);
	await context.close();
	await scene.close();
}
await browser.close();
