import type { Locator, Page } from 'playwright-core';

/** What a customer does with the page, named by the texts on it. */

export const sheet = (page: Page, name: string | RegExp): Locator =>
	page.getByRole('dialog', { name });
export const cart = (page: Page): Locator => sheet(page, 'Your cart');
export const messages = (page: Page): Locator =>
	page.getByRole('region', { name: 'Messages' }).getByRole('article');

export async function write(page: Page, text: string): Promise<void> {
	await page.getByRole('textbox', { name: 'Message' }).fill(text);
	await page.getByRole('button', { name: 'Send', exact: true }).click();
}

export async function openList(page: Page, header = 'Our shop'): Promise<Locator> {
	await page.getByRole('button', { name: `View items of “${header}”` }).click();
	return sheet(page, header);
}

export async function add(page: Page, product: string): Promise<void> {
	await page.getByRole('button', { name: `Add ${product}`, exact: true }).click();
}

export async function openCart(page: Page): Promise<Locator> {
	await page
		.getByRole('button', { name: /^View cart/ })
		.last()
		.click();
	return cart(page);
}

/** Opens the catalog's row of a product, and returns the form in it. */
export async function edit(page: Page, sku: string): Promise<Locator> {
	const row = page.locator(`.catalog-row[data-sku="${sku}"]`);
	await row.getByRole('button').first().click();
	return row.locator('form');
}
