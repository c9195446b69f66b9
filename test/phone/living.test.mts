import { KAETHE, PABLO, text } from '../support/phoneClient.mts';
import { Browsing, eventually, PHONE } from '../support/browser/browsing.mts';
import { messages, write } from '../support/browser/customer.mts';

const phone = new Browsing().use();

describe('messages', () => {
	it('arrive as they are sent, are announced, and count as read once they are seen', async () => {
		const page = await phone.open();
		// What is there when the page opens is not announced: the first reading has to be over.
		await page.getByRole('heading', { name: 'Sandbox Bakery & Grocery' }).waitFor();
		await page.getByText('Nothing has been written yet').waitFor();
		await phone.send(text('Good *morning*'));
		await messages(page).getByTitle('Read').waitFor();
		expect(await messages(page).locator('strong').textContent()).toBe('morning');
		await eventually(async () =>
			expect(await page.locator('[aria-live=polite]').textContent()).toBe(
				'Sandbox Bakery & Grocery to Pablo Morales: Good morning',
			),
		);
		await eventually(async () => expect(await phone.statuses()).toContain('read'));
	});

	it('wait unread in a chat that is not open', async () => {
		const page = await phone.open();
		await phone.send({ ...text('Guten Tag'), to: '+4917604069011' });
		const row = page.getByRole('link', { name: /Käthe Beispiel/ });
		await row.getByText('1 unread').waitFor();
		expect((await phone.customer(KAETHE)).unread).toBe(1);
		await row.click();
		await eventually(async () => expect((await phone.customer(KAETHE)).unread).toBe(0));
		await eventually(async () => expect(await row.getByText('unread').count()).toBe(0));
	});

	it('of a kind that the page does not know show their JSON', async () => {
		const page = await phone.open();
		await page.route('**/chat', (route) =>
			route.fulfill({
				json: [
					{
						id: 'wamid.1',
						at: '2026-11-21T10:00:00.000Z',
						from: 'business',
						kind: 'unknown',
						status: 'sent',
						failure: null,
						quotedId: null,
						payload: { type: 'hologram', hologram: { depth: 3 } },
					},
				],
			}),
		);
		await phone.send(text('anything'));
		const json = page.getByRole('region', { name: 'The message as JSON' });
		expect(JSON.parse((await json.textContent()) ?? '')).toEqual({
			type: 'hologram',
			hologram: { depth: 3 },
		});
	});

	it('of one’s own are edited and deleted', async () => {
		const page = await phone.open();
		await write(page, 'two breads');
		const own = messages(page).first();
		await own.hover();
		await own.getByRole('button', { name: 'Edit “two breads”' }).click();
		await page.getByText('Edit your message').waitFor();
		await write(page, 'three breads');
		await own.getByText('three breads').waitFor();
		await own.getByText('Edited').waitFor();
		expect(await messages(page).count()).toBe(1);
		await own.hover();
		await own.getByRole('button', { name: 'Delete “three breads”' }).click();
		await own.getByText('You deleted this message').waitFor();
		expect(await own.getByRole('button').count()).toBe(0);
		await eventually(async () => {
			const types = (await phone.values()).map(({ messages: [message] }) => message.type);
			expect(types).toEqual(['text', 'edit', 'revoke']);
		});
	});

	it('of an agent that holds the chat are told apart, until the switch gives it back', async () => {
		const page = await phone.open();
		await page.getByRole('button', { name: 'About Pablo Morales' }).click();
		const held = page.getByRole('switch', { name: 'An agent holds the chat' });
		await held.click();
		await eventually(async () => expect((await phone.customer(PABLO)).agentHolds).toHaveLength(2));
		await phone.control('POST', `customers/${PABLO}/agent-replies`, { body: 'May I help?' });
		await held.click();
		await eventually(async () => expect((await phone.customer(PABLO)).agentHolds).toEqual([]));
		await page.keyboard.press('Escape');
		await messages(page).getByText('Meta Business Agent').waitFor();
	});

	it('reach every tab', async () => {
		const page = await phone.open();
		const other = await phone.tab(page.context());
		await write(page, 'from the first tab');
		await messages(other).getByText('from the first tab').waitFor();
	});
});

describe('the business’s second number', () => {
	it('gets the answer to what it wrote', async () => {
		const page = await phone.open();
		await phone.send(text('From Berlin'), '106540352242933');
		await messages(page).getByText('From Berlin').waitFor();
		await write(page, 'Hello Berlin');
		await eventually(async () => {
			const [value] = (await phone.values()).filter(({ messages: sent }) => sent);
			expect(value?.metadata.phone_number_id).toBe('106540352242933');
		});
	});
});

describe('on a phone', () => {
	it('there is one column, and back leads to where one came from', async () => {
		const page = await phone.open({ viewport: PHONE });
		await phone.send(text('hello'));
		const list = page.getByRole('navigation', { name: 'Chats' });
		const chat = page.getByRole('main', { name: 'Chat' });
		expect([await list.isVisible(), await chat.isVisible()]).toEqual([true, false]);

		await page.getByRole('link', { name: /Pablo Morales/ }).click();
		expect([await list.isVisible(), await chat.isVisible()]).toEqual([false, true]);
		await page.getByRole('button', { name: 'About Pablo Morales' }).click();
		await page.goBack();
		await eventually(async () => expect(await page.getByRole('dialog').count()).toBe(0));
		await chat.getByRole('button', { name: 'Business' }).click();
		await page.getByRole('complementary', { name: 'Business' }).waitFor();
		await page.getByRole('button', { name: 'Back from the business' }).click();
		await page.getByRole('button', { name: 'Back to the chats' }).click();
		await list.waitFor();
	});

	it('nothing is wider than the screen', async () => {
		await phone.send(text(`A long word: ${'x'.repeat(300)}`));
		for (const at of [`pane=chat&chat=${PABLO}`, 'pane=business&tab=troubles', '']) {
			const page = await phone.open({ viewport: { width: 320, height: 640 }, at });
			await page.waitForLoadState('networkidle').catch(() => {});
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
		}
	});
});

describe('colours', () => {
	const ground = 'getComputedStyle(document.body).backgroundColor';

	it('follow the system until one is chosen, which lasts', async () => {
		const page = await phone.open({ colorScheme: 'dark' });
		const dark = await page.evaluate(ground);
		await page.emulateMedia({ colorScheme: 'light' });
		const light = await page.evaluate(ground);
		expect(light).not.toBe(dark);
		await page.getByRole('button', { name: /^Colours: system/ }).click();
		await page.getByRole('button', { name: /^Colours: light/ }).click();
		expect(await page.evaluate(ground)).toBe(dark);
		await page.reload();
		await page.getByRole('button', { name: /^Colours: dark/ }).waitFor();
		expect(await page.evaluate(ground)).toBe(dark);
	});
});
