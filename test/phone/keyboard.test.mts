import type { Page } from 'playwright-core';
import { list } from '../support/phoneClient.mts';
import { Browsing, eventually } from '../support/browser/browsing.mts';
import { cart, messages, sheet } from '../support/browser/customer.mts';

const phone = new Browsing().use();

/** What has the focus, as a screen reader names it. */
const focused = (page: Page) =>
	page.evaluate(() => {
		const element = document.activeElement;
		return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
	});

async function tabTo(page: Page, name: string | RegExp): Promise<void> {
	for (let presses = 0; presses < 80; presses += 1) {
		await page.keyboard.press('Tab');
		const now = await focused(page);
		if (typeof name === 'string' ? now === name : name.test(now)) return;
	}
	throw new Error(`Tab does not reach ${name}; it is at ${await focused(page)}`);
}

describe('with the keyboard alone', () => {
	it('a customer orders', async () => {
		const page = await phone.open();
		await phone.send(list(['BAK-SOURDOUGH'], ['FRU-APPLE']));
		await messages(page).first().waitFor();

		await tabTo(page, /Pablo Morales/);
		await page.keyboard.press('Enter');
		await tabTo(page, /^View items/);
		await page.keyboard.press('Enter');
		await sheet(page, 'Our shop').waitFor();
		expect(await focused(page)).toBe('Our shop');
		await tabTo(page, 'Add Sourdough Loaf');
		await page.keyboard.press('Enter');
		// The button has become a stepper, and the focus stands on its "more".
		await eventually(async () => expect(await focused(page)).toBe('One Sourdough Loaf more'));
		await page.keyboard.press('Space');
		await tabTo(page, 'Add Apples, 1 kg');
		await page.keyboard.press('Enter');
		await tabTo(page, /^View cart/);
		await page.keyboard.press('Enter');
		await cart(page).waitFor();
		await tabTo(page, /^Send to business/);
		await page.keyboard.press('Enter');
		await messages(page).filter({ hasText: 'View sent cart' }).waitFor();
		await messages(page).getByText('3 items').waitFor();
	});

	it('Escape closes a sheet, and the focus returns to what opened it', async () => {
		const page = await phone.open();
		await phone.send(list(['BAK-SOURDOUGH']));
		const opener = page.getByRole('button', { name: /^View items/ });
		await opener.focus();
		await page.keyboard.press('Enter');
		await sheet(page, 'Our shop').waitFor();
		await tabTo(page, /^Sourdough Loaf/);
		await page.keyboard.press('Enter');
		await sheet(page, 'Sourdough Loaf').waitFor();
		await page.keyboard.press('Escape');
		await eventually(async () => expect(await focused(page)).toMatch(/^Sourdough LoafTwo days/));
		await page.keyboard.press('Escape');
		await eventually(async () => expect(await focused(page)).toMatch(/^View items/));
	});

	it('what a sheet covers cannot be reached, the business panel can', async () => {
		const page = await phone.open();
		await phone.send(list(['BAK-SOURDOUGH']));
		await page.getByRole('button', { name: /^View items/ }).click();
		await sheet(page, 'Our shop').waitFor();
		const seen: string[] = [];
		for (let presses = 0; presses < 30; presses += 1) {
			await page.keyboard.press('Tab');
			seen.push(await focused(page));
		}
		expect(seen).toContain('Reset');
		expect(seen).not.toContain('Message');
		expect(seen.some((name) => name.startsWith('View items'))).toBe(false);
	});

	it('the arrows go from tab to tab', async () => {
		const page = await phone.open();
		await page.getByRole('tab', { name: 'Catalog' }).focus();
		await page.keyboard.press('ArrowRight');
		await page.locator('[data-template]').first().waitFor();
		await page.keyboard.press('ArrowLeft');
		await page.keyboard.press('ArrowLeft');
		expect(await focused(page)).toBe('Log');
	});

	it('Enter sends, Shift and Enter make a new line', async () => {
		const page = await phone.open();
		const field = page.getByRole('textbox', { name: 'Message' });
		await field.focus();
		await page.keyboard.type('one');
		await page.keyboard.press('Shift+Enter');
		await page.keyboard.type('two');
		await page.keyboard.press('Enter');
		await messages(page).first().waitFor();
		expect(await messages(page).locator('.bubble-words').textContent()).toBe('one\ntwo');
		expect(await field.inputValue()).toBe('');
		expect(await focused(page)).toBe('Message');
	});
});
