import { list, PABLO, product, text } from '../support/phoneClient.mts';
import { Browsing, eventually } from '../support/browser/browsing.mts';
import {
	add,
	cart,
	messages,
	openCart,
	openList,
	sheet,
	write,
} from '../support/browser/customer.mts';

const phone = new Browsing().use();

describe('a customer', () => {
	it('fills a cart over two sections, sends it, and the order leaves as a webhook', async () => {
		const page = await phone.open();
		await phone.send(list(['BAK-SOURDOUGH', 'BAK-RYE'], ['FRU-APPLE', 'COF-HOUSE']));

		const shop = await openList(page);
		expect(await shop.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
			'Shelf 1',
			'Shelf 2',
		]);
		await add(page, 'Sourdough Loaf');
		await page.getByRole('button', { name: 'One Sourdough Loaf more' }).click();
		await add(page, 'House Blend Beans, 250 g');
		const opened = await openCart(page);
		await opened.getByRole('textbox', { name: 'Note to the business' }).fill('Ring twice');
		// 2 × 6.80 + the sale price of 9.50.
		await eventually(async () => expect(await opened.textContent()).toContain('$23.10'));
		await opened.getByRole('button', { name: 'Send to business' }).click();

		const order = messages(page).filter({ hasText: 'View sent cart' });
		await order.waitFor();
		expect(await order.textContent()).toContain('3 items');
		expect(await order.textContent()).toContain('$23.10 (estimated total)');
		// The order stands in the chat before the webhook is answered; only then the cart closes.
		await eventually(async () => expect(await page.getByRole('dialog').count()).toBe(0));
		await order.getByTitle(/^Received. The webhook was answered with 200/).waitFor();

		await order.getByRole('button', { name: 'View sent cart' }).click();
		const sent = sheet(page, 'Sent cart');
		await eventually(async () =>
			expect(await sent.getByRole('listitem').allTextContents()).toEqual([
				expect.stringMatching(/Sourdough Loaf2 × \$6\.80\$13\.60/),
				expect.stringMatching(/House Blend Beans, 250 g1 × \$9\.50\$9\.50/),
			]),
		);
		expect(await sent.textContent()).toContain('Ring twice');

		const webhook = (await phone.values()).find(({ messages: [message] = [] }) => message);
		expect(webhook.messages[0]).toMatchObject({
			from: '16505551234',
			type: 'order',
			order: {
				catalog_id: '194836987003835',
				text: 'Ring twice',
				product_items: [
					{ product_retailer_id: 'BAK-SOURDOUGH', quantity: 2, item_price: 6.8, currency: 'USD' },
					{ product_retailer_id: 'COF-HOUSE', quantity: 1, item_price: 9.5, currency: 'USD' },
				],
			},
		});
	});

	it('sees a product with picture, price, text and footer, and asks about it', async () => {
		const page = await phone.open();
		const message = product('COF-HOUSE');
		await phone.send({
			...message,
			interactive: { ...message.interactive, footer: { text: 'Roasted *today*' } },
		});
		const card = messages(page).first();
		await card.getByRole('img', { includeHidden: true }).or(card.locator('img')).first().waitFor();
		await eventually(async () => {
			const words = (await card.textContent()) ?? '';
			for (const part of ['House Blend Beans', '$9.50', '$11.50', 'Fresh today', 'Roasted today'])
				expect(words).toContain(part);
		});
		expect(await card.locator('strong').textContent()).toBe('today');
		// The picture arrives after the words.
		await eventually(async () =>
			expect(
				await card.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth),
			).toBeGreaterThan(0),
		);

		await card.getByRole('button', { name: /^View/ }).click();
		const details = sheet(page, 'House Blend Beans, 250 g');
		expect(await details.textContent()).toContain('Chocolate, nuts, no surprises.');
		await details.getByRole('button', { name: 'Message business' }).click();
		await write(page, 'Is it in stock?');

		const question = messages(page).filter({ hasText: 'Is it in stock?' });
		await question.waitFor();
		expect(await question.textContent()).toContain('House Blend Beans');
		await eventually(async () => {
			const values = await phone.values();
			expect(values.flatMap(({ messages: sent = [] }) => sent)).toEqual([
				expect.objectContaining({
					type: 'text',
					text: { body: 'Is it in stock?' },
					context: expect.objectContaining({
						referred_product: {
							catalog_id: '194836987003835',
							product_retailer_id: 'COF-HOUSE',
						},
					}),
				}),
			]);
		});
	});

	it('quotes a message, and sees quotes of the business', async () => {
		const page = await phone.open();
		const { body } = await phone.send(text('Delivery or pick-up?'));
		const [{ id }] = body.messages;
		await page.getByRole('button', { name: 'Reply to “Delivery or pick-up?”' }).click();
		await write(page, 'Pick-up');
		const reply = messages(page).filter({ hasText: 'Pick-up' }).last();
		await reply.getByRole('button', { name: /In reply to/ }).waitFor();
		const [answer] = (await phone.chat(PABLO)).slice(-1);
		expect(answer).toMatchObject({ body: 'Pick-up', quotedId: id });

		await phone.send({ ...text('At six then'), context: { message_id: answer.id } });
		const quoting = messages(page).filter({ hasText: 'At six then' });
		expect(await quoting.getByRole('button', { name: /In reply to You/ }).textContent()).toContain(
			'Pick-up',
		);
	});

	it('takes up to 99 of an item, and can remove it', async () => {
		const page = await phone.open();
		await phone.send(list(['BAK-SOURDOUGH', 'BAK-RYE']));
		await openList(page);
		await add(page, 'Dark Rye Loaf');
		const opened = await openCart(page);
		const quantity = opened.getByRole('spinbutton', { name: 'Quantity of Dark Rye Loaf' });
		await quantity.fill('500');
		await quantity.press('Tab');
		await eventually(async () => expect(await quantity.inputValue()).toBe('99'));
		expect(await opened.getByRole('button', { name: 'One Dark Rye Loaf more' }).isDisabled()).toBe(
			true,
		);
		expect(await opened.textContent()).toContain('$613.80');

		await opened.getByRole('button', { name: 'Remove Dark Rye Loaf' }).click();
		await opened.getByText('Your cart is empty').waitFor();
	});

	it('has one cart per chat, and finds it again after a reload', async () => {
		const page = await phone.open();
		await phone.send(list(['BAK-SOURDOUGH']));
		await openList(page);
		await add(page, 'Sourdough Loaf');
		await page.getByRole('link', { name: /Käthe Beispiel/ }).click();
		expect(await page.getByRole('button', { name: /^View cart/ }).count()).toBe(0);

		await page.reload();
		await page.getByRole('link', { name: /Pablo Morales/ }).click();
		await (await openCart(page)).getByText('Sourdough Loaf').first().waitFor();
	});

	it('is asked before a product of another catalog starts a new cart', async () => {
		const page = await phone.open();
		await phone.send(product('BAK-RYE'));
		await phone.send(product('WH-00001', '204836987003841'));
		await messages(page).nth(1).waitFor();
		for (const [index, answer] of [
			[0, null],
			[1, 'Keep the cart'],
			[1, 'Start a new cart'],
		] as const) {
			await messages(page).nth(index).getByRole('button', { name: /^View/ }).click();
			await page.getByRole('button', { name: /^Add to cart/ }).click();
			if (answer) await page.getByRole('button', { name: answer }).click();
			await page.getByRole('button', { name: 'Back', exact: true }).click();
			const kept = answer === 'Start a new cart' ? '€1.37' : '$6.20';
			await page
				.getByRole('button', { name: /^View cart · 1 item/ })
				.getByText(kept)
				.waitFor();
		}
	});

	it('is told when nobody is listening, and when the receiver refuses', async () => {
		const page = await phone.open();
		phone.callback.status = 500;
		await write(page, 'hello');
		await messages(page)
			.first()
			.getByTitle('Not received. The webhook was answered with 500', { exact: false })
			.waitFor();

		await phone.control('POST', 'reset');
		await write(page, 'anybody there?');
		await page
			.getByRole('status')
			.getByText(/subscriptions has not been called/)
			.waitFor();
	});

	it('keeps the cart, with the reason, when the sandbox refuses the order', async () => {
		const page = await phone.open();
		await phone.send(list(['BAK-SOURDOUGH']));
		await openList(page);
		await add(page, 'Sourdough Loaf');
		await openCart(page);
		await page.route('**/orders', (route) =>
			route.fulfill({ status: 400, json: { error: 'Sourdough Loaf is out of stock.' } }),
		);
		await cart(page).getByRole('button', { name: 'Send to business' }).click();
		expect(await cart(page).getByRole('alert').textContent()).toBe(
			'Sourdough Loaf is out of stock.',
		);
		expect(await cart(page).getByRole('listitem').count()).toBe(1);
	});
});
