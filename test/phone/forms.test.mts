import type { Page } from 'playwright-core';
import { BUSINESS_ACCOUNT, CATALOG_IDS } from '../../sandbox/world/shop/world.mts';
import {
	carousel,
	carouselTemplate,
	catalogMessage,
	catalogTemplate,
	mpmTemplate,
	product,
	spmTemplate,
	template,
	texts,
	urlCarouselTemplate,
} from '../support/phoneClient.mts';
import { NUMBER } from '../support/client.mts';
import { Browsing, eventually, PHONE } from '../support/browser/browsing.mts';
import { add, cart, messages, openCart, sheet } from '../support/browser/customer.mts';

const phone = new Browsing().use();
const inCatalog = (page: Page) => sheet(page, 'Catalog of Sandbox Bakery & Grocery');

async function send(message: object): Promise<void> {
	expect((await phone.send(message)).status).toBe(200);
}

/** Opens a product's own page from a message, and puts it into the cart there. */
async function addFromPage(page: Page, button: string, name: string): Promise<void> {
	await messages(page)
		.getByRole('button', { name: `${button} ${name}` })
		.click();
	await sheet(page, name).getByRole('button', { name: 'Add to cart' }).click();
}

async function addFromCatalog(page: Page, name: string): Promise<void> {
	await messages(page).getByRole('button', { name: 'View catalog' }).click();
	await inCatalog(page).getByRole('searchbox', { name: 'Search products' }).fill(name);
	await add(page, name);
}

async function addFromList(page: Page, name: string): Promise<void> {
	await messages(page)
		.getByRole('button', { name: /^View items/ })
		.click();
	await add(page, name);
}

/** The lines of each order that has reached the business. */
async function orders(): Promise<unknown[]> {
	return (await phone.values())
		.flatMap(({ messages: sent = [] }) => sent)
		.map(({ order }) => order);
}

describe('an order', () => {
	const RYE = 'Dark Rye Loaf';
	it.each<[string, object, (page: Page) => Promise<void>]>([
		['catalog message', catalogMessage(), (page) => addFromCatalog(page, RYE)],
		['carousel', carousel('DAI-MILK', 'BAK-RYE'), (page) => addFromPage(page, 'View', RYE)],
		['MPM template', mpmTemplate([['BAK-RYE'], ['DAI-MILK']]), (page) => addFromList(page, RYE)],
		['SPM template', spmTemplate('BAK-RYE'), (page) => addFromPage(page, 'View', RYE)],
		['catalog template', catalogTemplate('DAI-MILK'), (page) => addFromCatalog(page, RYE)],
		[
			'carousel template',
			carouselTemplate('DAI-MILK', 'BAK-RYE'),
			(page) => addFromPage(page, 'View', RYE),
		],
	])('comes from a %s', async (_form, message, fillCart) => {
		const page = await phone.open();
		await send(message);
		await fillCart(page);
		await openCart(page);
		await cart(page).getByRole('button', { name: 'Send to business' }).click();
		await messages(page).filter({ hasText: 'View sent cart' }).waitFor();
		expect(await orders()).toEqual([
			{
				catalog_id: CATALOG_IDS.cornerShop,
				text: '',
				product_items: [
					{ product_retailer_id: 'BAK-RYE', quantity: 1, item_price: 6.2, currency: 'USD' },
				],
			},
		]);
	});

	it('never comes from a card with an address: it leads out of the chat', async () => {
		const page = await phone.open();
		await page.context().route('https://shop.example/**', (route) => route.fulfill({ body: 'Hi' }));
		await send(urlCarouselTemplate('BAK-RYE', 'DAI-MILK'));
		const links = messages(page).getByRole('link', { name: /^Read recipe/ });
		await links.first().waitFor();
		expect(await messages(page).getByRole('button', { name: /^View/ }).count()).toBe(0);
		expect(
			await links.evaluateAll((all) =>
				all.map((link) => [
					(link as HTMLAnchorElement).href,
					(link as HTMLAnchorElement).target,
					(link as HTMLAnchorElement).rel,
				]),
			),
		).toEqual([
			['https://shop.example/recipes/bak-rye', '_blank', 'noreferrer'],
			['https://shop.example/recipes/dai-milk', '_blank', 'noreferrer'],
		]);
		const [popup] = await Promise.all([page.waitForEvent('popup'), links.first().click()]);
		expect(popup.url()).toBe('https://shop.example/recipes/bak-rye');
		expect(await page.getByRole('dialog').count()).toBe(0);
	});
});

describe('a message', () => {
	it('of a template shows its texts, its button and its name, and who it leaves out', async () => {
		const page = await phone.open();
		await send(mpmTemplate([['BAK-RYE', 'NO-SUCH']]));
		const message = messages(page).first();
		await message.getByText('Pablo, running low?').first().waitFor();
		const words = (await message.textContent()) ?? '';
		for (const part of [
			'Last time you ordered rye bread. Put your basket together again, Mira is on the way.',
			'Corner Shop, open until six',
			'1 item',
			'Template reorder_reminder, en_US',
			'Left out, not found in the catalog: NO-SUCH',
		])
			expect(words).toContain(part);
		await message.getByRole('button', { name: /^View items/ }).click();
		await sheet(page, 'Pablo, running low?').getByRole('heading', { name: 'Shelf 1' }).waitFor();
	});

	it('of a template speaks the language of its button', async () => {
		const page = await phone.open();
		await send(mpmTemplate([['BAK-RYE']], 'de'));
		await messages(page)
			.getByRole('button', { name: /^Artikel ansehen/ })
			.click();
		await sheet(page, 'Pablo, alles noch da?').waitFor();
	});

	it('of a template without products is a text', async () => {
		const page = await phone.open();
		await send(template('order_update', [texts('body', '4711')]));
		await messages(page).getByText('Your order 4711 is on its way.').waitFor();
		expect(await messages(page).getByRole('button', { name: /^View/ }).count()).toBe(0);
	});

	it('with a catalog shows all that can be seen, page by page, and finds by name', async () => {
		const page = await phone.open();
		await send(catalogMessage());
		await messages(page).getByText('All we have').waitFor();
		expect(
			await messages(page)
				.locator('img')
				.first()
				.evaluate((image: HTMLImageElement) => image.src),
		).toContain('BAK-RYE');
		await messages(page).getByRole('button', { name: 'View catalog' }).click();
		const rows = inCatalog(page).getByRole('listitem');
		await eventually(async () => expect(await rows.count()).toBe(30));
		await inCatalog(page).getByRole('button', { name: 'Show more' }).click();
		// 60 products without the hidden and the rejected one.
		await eventually(async () => expect(await rows.count()).toBe(58));
		const search = inCatalog(page).getByRole('searchbox', { name: 'Search products' });
		await search.fill('Christmas Pudding');
		await inCatalog(page).getByText('No product found').waitFor();
		await search.fill('croissant');
		await eventually(async () => expect(await rows.count()).toBe(1));
		const path = `catalogs/${CATALOG_IDS.cornerShop}/products/BAK-CROISSANT`;
		await phone.control('PATCH', path, { priceMinor: 301 });
		await rows.getByText('$3.01').waitFor();
	});
});

describe('a carousel', () => {
	const FOUR = ['BAK-RYE', 'DAI-MILK', 'FRU-APPLE', 'COF-HOUSE'];
	/** How far the row of cards has been moved. */
	const moved = (page: Page) => page.locator('.carousel-cards').evaluate((row) => row.scrollLeft);
	/**
	 * Resolves when the row has stood still for three frames. The page learns of a movement, and sets the buttons, with the next frame:
	 * asked earlier, they still say what was before.
	 */
	const atRest = (page: Page) =>
		page.locator('.carousel-cards').evaluate(async (row) => {
			let before = row.scrollLeft;
			for (let still = 0; still < 3; still += 1) {
				await new Promise((resolve) => requestAnimationFrame(resolve));
				if (row.scrollLeft !== before) still = -1;
				before = row.scrollLeft;
			}
		});

	it('shows each product with picture and price', async () => {
		const page = await phone.open();
		await send(carousel(...FOUR));
		const cards = messages(page).locator('.carousel-card');
		await eventually(async () =>
			expect(await cards.allTextContents()).toEqual([
				expect.stringMatching(/^Dark Rye Loaf\$6\.20View/),
				expect.stringMatching(/^Whole Milk, 1 l\$1\.90View/),
				expect.stringMatching(/^Apples, 1 kg\$4\.20View/),
				expect.stringMatching(/^House Blend Beans, 250 g.*\$9\.50.*\$11\.50/),
			]),
		);
	});

	it('is moved card by card to its end and back', async () => {
		const page = await phone.open({
			viewport: PHONE,
			at: 'pane=chat&chat=US.13491208655302741918',
		});
		await send(carousel(...FOUR));
		const next = page.getByRole('button', { name: 'Next product' });
		const previous = page.getByRole('button', { name: 'Previous product' });
		await next.waitFor();
		expect(await previous.isDisabled()).toBe(true);
		let before = -1;
		for (let presses = 0; presses < FOUR.length && (await next.isEnabled()); presses += 1) {
			before = await moved(page);
			await next.click();
			await atRest(page);
			expect(await moved(page)).toBeGreaterThan(before);
		}
		expect(await next.isDisabled()).toBe(true);
		before = await moved(page);
		await previous.click();
		await atRest(page);
		expect(await moved(page)).toBeLessThan(before);
	});

	it('is moved with the arrow keys, and each card opened with Enter', async () => {
		const page = await phone.open({
			viewport: PHONE,
			at: 'pane=chat&chat=US.13491208655302741918',
		});
		await send(carousel(...FOUR));
		const row = page.locator('.carousel-cards');
		// A card whose product has not been read yet takes no focus.
		await eventually(async () =>
			expect(await row.getByRole('button', { name: /^View/, disabled: false }).count()).toBe(4),
		);
		await row.focus();
		await page.keyboard.press('ArrowRight');
		await eventually(async () => expect(await moved(page)).toBeGreaterThan(0));
		for (let presses = 0; presses < FOUR.length; presses += 1) await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await sheet(page, 'House Blend Beans, 250 g').waitFor();
		await page.keyboard.press('Escape');
		expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toMatch(
			/^View\s*House Blend/,
		);
	});
});

describe('without a cart', () => {
	const setCart = (cartEnabled: boolean) =>
		phone.graph('POST', `${NUMBER}/whatsapp_commerce_settings?is_cart_enabled=${cartEnabled}`);

	it('products can be looked at and asked about, and not ordered', async () => {
		const page = await phone.open();
		await send(product('BAK-RYE'));
		await addFromPage(page, 'View', 'Dark Rye Loaf');
		await setCart(false);
		await page.getByText('This business takes no carts').waitFor();
		expect(await page.getByRole('group', { name: 'Quantity of Dark Rye Loaf' }).count()).toBe(0);
		await sheet(page, 'Dark Rye Loaf').getByRole('button', { name: 'Message business' }).waitFor();
		await page.getByRole('button', { name: 'Back', exact: true }).click();
		expect(await page.getByRole('button', { name: /^View cart/ }).count()).toBe(0);

		await setCart(true);
		await page.getByRole('button', { name: /^View cart · 1 item/ }).waitFor();
	});

	it('a cart that is open cannot be sent any more', async () => {
		const page = await phone.open();
		await send(product('BAK-RYE'));
		await addFromPage(page, 'View', 'Dark Rye Loaf');
		await openCart(page);
		await setCart(false);
		await cart(page)
			.getByText(/switched its cart off/)
			.waitFor();
		expect(await cart(page).getByRole('button', { name: 'Send to business' }).isDisabled()).toBe(
			true,
		);
	});

	it('a catalog that is hidden later does not open', async () => {
		const page = await phone.open();
		await send(catalogMessage());
		await phone.graph('POST', `${NUMBER}/whatsapp_commerce_settings?is_catalog_visible=false`);
		await messages(page).getByRole('button', { name: 'View catalog' }).click();
		await sheet(page, 'Catalog').getByText('This catalog is not available').waitFor();
	});
});

describe('the business', () => {
	const MENU = template('winter_menu', [
		{
			type: 'button',
			sub_type: 'mpm',
			index: 0,
			parameters: [
				{
					type: 'action',
					action: {
						thumbnail_product_retailer_id: 'BAK-RYE',
						sections: [{ product_items: [{ product_retailer_id: 'BAK-RYE' }] }],
					},
				},
			],
		},
	]);

	it('reviews a template, which can then be sent', async () => {
		const page = await phone.open({ at: 'tab=templates' });
		expect((await phone.send(MENU)).status).toBe(404);
		const row = page.locator('[data-template="winter_menu en_US"]');
		await row.getByRole('button').click();
		await row.getByText('Warm things for cold days.').waitFor();
		await row.getByLabel('Review').selectOption('Approved');
		await row.getByText('Approved').first().waitFor();
		await eventually(async () => expect((await phone.send(MENU)).status).toBe(200));
	});

	it('sees templates come and go', async () => {
		const page = await phone.open({ at: 'tab=templates' });
		const rows = page.locator('[data-template]');
		await eventually(async () => expect(await rows.count()).toBe(10));
		const edge = `${BUSINESS_ACCOUNT.id}/message_templates`;
		await phone.graph('POST', edge, {
			name: 'brand_new',
			language: 'fr',
			category: 'MARKETING',
			components: [
				{ type: 'BODY', text: 'Bonjour' },
				{ type: 'BUTTONS', buttons: [{ type: 'CATALOG', text: 'Voir' }] },
			],
		});
		await page.locator('[data-template="brand_new fr"]').getByText('In review').waitFor();
		await phone.graph('DELETE', `${edge}?name=brand_new`);
		await eventually(async () => expect(await rows.count()).toBe(10));
	});

	it('breaks its setup, and sees when a program mends it', async () => {
		const page = await phone.open({ at: 'tab=setup' });
		const number = page.getByRole('region', { name: '+1 555-078-3881' });
		const registered = number.getByRole('switch', { name: 'Registered' });
		await registered.click();
		await eventually(async () => expect((await phone.send(product())).status).toBe(400));
		await registered.click();
		await eventually(async () => expect((await phone.send(product())).status).toBe(200));
		await number.getByLabel('Quality rating').selectOption('RED');
		await eventually(async () =>
			expect(
				(await phone.graph('GET', `${NUMBER}?fields=quality_rating`)).body.quality_rating,
			).toBe('RED'),
		);
		await number.getByRole('switch', { name: 'Cart' }).click();
		await eventually(async () =>
			expect((await phone.control('GET', 'setup')).body.numbers[0].cartEnabled).toBe(false),
		);
		await phone.graph('POST', `${NUMBER}/whatsapp_commerce_settings?is_cart_enabled=true`);
		await eventually(async () =>
			expect(await number.getByRole('switch', { name: 'Cart' }).isChecked()).toBe(true),
		);

		const account = page.getByRole('region', { name: 'Account' });
		await account.getByRole('switch', { name: 'Catalog Corner Shop connected' }).click();
		await eventually(async () => expect((await phone.send(product())).status).toBe(400));
		const subscribed = account.getByRole('switch', { name: 'App subscribed' });
		await eventually(async () => expect(await subscribed.isChecked()).toBe(true));
		await phone.graph('DELETE', `${BUSINESS_ACCOUNT.id}/subscribed_apps`);
		await eventually(async () => expect(await subscribed.isChecked()).toBe(false));
	});

	it('is told when a change is refused', async () => {
		const page = await phone.open({ at: 'tab=setup' });
		await page.route('**/control/setup/**', (route) =>
			route.fulfill({ status: 400, json: { error: 'Not today.' } }),
		);
		await page.getByRole('switch', { name: 'Registered' }).first().click();
		await page.getByRole('status').getByText('Not today.').waitFor();
	});
});
