import { PABLO, product, text } from '../support/phoneClient.mts';
import { Browsing, eventually } from '../support/browser/browsing.mts';
import { add, messages, openList, write } from '../support/browser/customer.mts';
import { list } from '../support/phoneClient.mts';

const phone = new Browsing().use();

describe('deliveries', () => {
	it('show URL, status and time of each attempt, and can be repeated', async () => {
		const page = await phone.open({ at: 'tab=deliveries' });
		await write(page, 'hello');
		const record = page.locator('.record').first();
		await record.getByText(phone.callback.url).waitFor();
		await record.getByRole('button').first().click();
		await record.getByText(/ms$/).first().waitFor();
		const json = record.getByRole('region', { name: 'The webhook’s body' });
		expect(JSON.parse((await json.textContent()) ?? '').object).toBe('whatsapp_business_account');

		await record.getByRole('button', { name: 'Deliver again' }).click();
		await record.getByText('2 attempts').waitFor();
		const [first, second] = phone.callback.received;
		expect(second?.body).toBe(first?.body);
	});

	it('say what is missing while there are none', async () => {
		const page = await phone.open({ at: 'tab=deliveries' });
		await page.getByText('No webhook has been sent').waitFor();
	});
});

describe('the log', () => {
	it('says why a call was refused, and can be copied', async () => {
		const page = await phone.open({ at: 'tab=log' });
		await phone.send(product('NO-SUCH'));
		await phone.send(text('fine'));
		const records = page.locator('.record');
		await page.getByText('Send text to Pablo Morales').waitFor();
		await page.getByLabel('Show').selectOption('Refused');
		await eventually(async () => expect(await records.count()).toBe(1));
		const refused = records.first();
		expect(await refused.textContent()).toContain('Products not found in FB Catalog');
		expect(await refused.textContent()).toContain('400');

		await refused.getByRole('button').first().click();
		await refused.getByRole('button', { name: 'Copy entry' }).click();
		await refused.getByRole('button', { name: 'Copied' }).waitFor();
		const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
		expect(copied).toMatchObject({
			status: 400,
			reason: expect.stringContaining('Products not found'),
			response: { error: { code: 131009 } },
		});
		expect(JSON.stringify(copied)).not.toContain('Bearer');

		await page.getByRole('button', { name: 'Copy all' }).click();
		await eventually(async () =>
			expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toHaveLength(1),
		);
	});
});

describe('reset', () => {
	it('puts everything back with one click', async () => {
		const page = await phone.open({ at: 'tab=log' });
		await phone.send(list(['BAK-SOURDOUGH']));
		await openList(page);
		await add(page, 'Sourdough Loaf');
		await phone.troubles({ token: 'expired' });
		await page.getByRole('tab', { name: 'Troubles 1 on' }).waitFor();

		await page.getByRole('button', { name: 'Reset' }).click();
		await page.getByText('Nothing has been written yet').waitFor();
		await page.getByRole('tab', { name: 'Troubles', exact: true }).waitFor();
		await page.getByText('Nothing yet', { exact: true }).waitFor();
		await eventually(async () => {
			expect(await page.getByRole('button', { name: /^View cart/ }).count()).toBe(0);
			expect(await messages(page).count()).toBe(0);
		});
		expect(await phone.chat(PABLO)).toEqual([]);
	});
});
