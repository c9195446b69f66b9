import { list, product } from '../support/phoneClient.mts';
import { Browsing, eventually } from '../support/browser/browsing.mts';
import { add, cart, edit, messages, openCart, openList } from '../support/browser/customer.mts';

const UPDATED = 'One or more items in your cart have been updated';
const phone = new Browsing().use();

describe('the catalog, edited in the business panel', () => {
	it('gives an open cart a new price, and the message that was already sent', async () => {
		const page = await phone.open();
		await phone.send(product('BAK-SOURDOUGH'));
		await phone.send(list(['BAK-SOURDOUGH']));
		await openList(page);
		await add(page, 'Sourdough Loaf');
		await openCart(page);
		expect(await cart(page).getByText(UPDATED).count()).toBe(0);

		// The cart stays open beside it.
		const form = await edit(page, 'BAK-SOURDOUGH');
		await form.getByLabel('Price in USD').fill('7.25');
		await form.getByRole('button', { name: 'Save name and prices' }).click();

		await cart(page).getByText(UPDATED).waitFor();
		await cart(page).getByText('Sourdough Loaf: $6.80 → $7.25').waitFor();
		await eventually(async () => expect(await cart(page).textContent()).toContain('$7.25 each'));
		await eventually(async () =>
			expect(await messages(page).first().textContent()).toContain('$7.25'),
		);
		const edge =
			'194836987003835/products?fields=price&filter={"retailer_id":{"eq":"BAK-SOURDOUGH"}}';
		expect((await phone.graph('GET', edge)).body.data).toEqual([
			expect.objectContaining({ price: '$7.25' }),
		]);

		await cart(page).getByRole('button', { name: 'OK' }).click();
		expect(await cart(page).getByText(UPDATED).count()).toBe(0);
	});

	it('takes what is out of stock out of the cart and off the list', async () => {
		const page = await phone.open();
		await phone.send(list(['BAK-SOURDOUGH', 'BAK-RYE']));
		const shop = await openList(page);
		await add(page, 'Sourdough Loaf');
		await add(page, 'Dark Rye Loaf');
		await openCart(page);
		const form = await edit(page, 'BAK-RYE');
		await form.getByLabel('Stock').selectOption('Out of stock');
		await cart(page).getByText('Dark Rye Loaf is no longer available').waitFor();
		expect(await cart(page).locator('.cart-row').count()).toBe(1);

		await cart(page).getByRole('button', { name: 'Back' }).click();
		await shop.locator('[data-sku="BAK-RYE"]').getByText('Out of stock').waitFor();
	});

	it('follows a change that somebody else makes, also in a cart that is not open', async () => {
		const page = await phone.open();
		await phone.send(list(['BAK-SOURDOUGH']));
		await openList(page);
		await add(page, 'Sourdough Loaf');
		await page.getByRole('button', { name: 'Back', exact: true }).click();
		const path = 'catalogs/194836987003835/products/BAK-SOURDOUGH';
		await phone.control('PATCH', path, { priceMinor: 1_000 });
		await page
			.getByRole('button', { name: /^View cart/ })
			.getByText(UPDATED)
			.waitFor();
		await page.locator('.catalog-row[data-sku="BAK-SOURDOUGH"]').getByText('$10.00').waitFor();
	});

	it('hides a product, renames it, and puts it on sale', async () => {
		const page = await phone.open();
		await phone.send(product('TEA/EG 50+5'));
		const card = messages(page).first();
		await page.getByPlaceholder('Search by name or SKU').fill('earl');
		const form = await edit(page, 'TEA/EG 50+5');
		await form.getByLabel('Name').fill('Lord Grey');
		await form.getByLabel('Sale price, if any').fill('5');
		await form.getByRole('button', { name: 'Save name and prices' }).click();
		await card.getByText('Lord Grey').first().waitFor();
		await card.getByText('$5.00').waitFor();
		await page.getByPlaceholder('Search by name or SKU').fill('lord');
		await form.getByLabel('Customers see it').selectOption('staging');
		await card.getByText('Not available').waitFor();
		expect(await card.getByRole('button', { name: /^View/ }).isDisabled()).toBe(true);
	});

	it("takes what WhatsApp's review holds back off the shelf, and tells variants apart", async () => {
		const page = await phone.open();
		await phone.send(list(['HOU-MUG-GOLD', 'HOU-MUG-BLACK']));
		const shop = await openList(page);
		await shop.getByText('Magic Mug (Gold)').waitFor();
		await page.getByPlaceholder('Search by name or SKU').fill('mug');
		const form = await edit(page, 'HOU-MUG-GOLD');
		await form.getByLabel('WhatsApp’s review').selectOption('Outdated: changed since');
		await shop.locator('[data-sku="HOU-MUG-GOLD"]').getByText('Not available').waitFor();
		await page
			.locator('.catalog-row[data-sku="HOU-MUG-GOLD"]')
			.getByText('review outdated')
			.waitFor();
		const path = 'catalogs/194836987003835/products/HOU-MUG-GOLD';
		expect((await phone.control('GET', path)).body.whatsappReview).toBe('OUTDATED');
	});

	it('refuses what is no amount, in words', async () => {
		const page = await phone.open();
		const form = await edit(page, 'BAK-SOURDOUGH');
		await form.getByLabel('Price in USD').fill('7.255');
		await form.getByLabel('Price in USD').press('Enter');
		expect(await form.getByRole('alert').textContent()).toBe('“7.255” is not an amount in USD.');
	});

	it('finds one of 10,000 products, and shows long lists bit by bit', async () => {
		const page = await phone.open();
		const catalogs = page.getByRole('combobox', { name: 'Catalog' });
		await catalogs.selectOption({ label: 'Warehouse (10,000)' });
		const rows = page.locator('.catalog-row');
		await eventually(async () => expect(await rows.count()).toBe(30));
		await page.getByRole('button', { name: 'Show more' }).click();
		await eventually(async () => expect(await rows.count()).toBe(60));
		await page.getByPlaceholder('Search by name or SKU').fill('no. 09876');
		await eventually(async () => expect(await rows.count()).toBe(1));
		await page.getByPlaceholder('Search by name or SKU').fill('nothing of the kind');
		await page.getByText('No product found').waitFor();
	});
});
