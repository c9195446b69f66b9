import type { Browser, BrowserContext } from 'playwright-core';
import { CUSTOMERS, type Customer } from '../../../sandbox/world/shop/world.mts';
import { launchChromium } from '../../support/browser/chromium.mts';
import { publishExample } from '../../support/n8n/examples.mts';
import { n8n, sandbox, formUrl } from '../../support/n8n/host.mts';
import { only } from '../../support/n8n/sandboxClient.mts';

jest.setTimeout(240_000);

const PATIENCE_MS = 40_000;
const [pablo, , robin] = CUSTOMERS as [Customer, Customer, Customer];
const phone = `+${pablo.phone}`;

let browser: Browser;
let loggedIn: BrowserContext;
let url: string;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(async () => await browser?.close());

beforeEach(async () => {
	url = formUrl(await publishExample('human-agent'));
	loggedIn = await browser.newContext();
	const [name = '', value = ''] = n8n.cookie.split(/=(.*)/);
	await loggedIn.addCookies([{ name, value, url: n8n.url }]);
});
afterEach(async () => await loggedIn.close());

/** Fills in the form as an agent does, and returns what its last page says. */
async function submit(customer: string, products: string, sentence = 'As we said.') {
	const page = await loggedIn.newPage();
	page.setDefaultTimeout(PATIENCE_MS);
	await page.goto(url);
	// n8n asks once whether the form may run with this login.
	const consent = page.getByRole('button', { name: 'Allow access' });
	await consent.or(page.getByLabel('Customer')).first().waitFor();
	if (await consent.isVisible()) await consent.click();
	await page.getByLabel('Customer').fill(customer);
	await page.getByLabel('Products').fill(products);
	await page.getByLabel('Your sentence').fill(sentence);
	await page.getByRole('button', { name: 'Send' }).click();
	await page.waitForURL('**/form-waiting/**');
	// The last page tells n8n that it was shown, and only then the run ends.
	await page.waitForLoadState('networkidle');
	const text = await page.locator('.card').first().innerText();
	await page.close();
	return text;
}

describe('the example "human-agent"', () => {
	it('sends what the agent means to a customer without a phone number, and says what was not found', async () => {
		const page = await submit(robin.userId, 'bak-rye, baguette-like\nTEA/EG 50+5; beans', 'Here:');

		expect(lines(page)).toEqual([
			'Sent',
			`On its way to ${robin.userId}:`,
			'• Dark Rye Loaf',
			'• Earl Grey, 50 + 5 bags',
			'• House Blend Beans, 250 g',
			'• Espresso Beans, 250 g',
			'• White Beans, 400 g',
			'Nothing found, or not in stock: baguette-like',
		]);
		const message = only(await sandbox.messages());
		expect(message).toMatchObject({
			customer: robin.userId,
			fate: 'delivered',
			products: ['BAK-RYE', 'TEA/EG 50+5', 'COF-HOUSE', 'COF-ESPRESSO', 'PAN-BEANS'],
			payload: { interactive: { body: { text: 'Here:' } } },
		});
	});

	it('names what is out of stock, and sends the same only once a day', async () => {
		expect(lines(await submit(phone, 'BAK-BAGUETTE, BAK-RYE'))).toEqual([
			'Sent',
			`On its way to ${phone}:`,
			'• Dark Rye Loaf',
			'Left out: Baguette (out of stock)',
		]);
		expect(lines(await submit(phone, 'BAK-BAGUETTE, BAK-RYE'))).toContain('Already sent today');
		expect(only(await sandbox.messages())).toMatchObject({ type: 'product' });
	});

	it('says why nothing was sent', async () => {
		expect(lines(await submit(phone, 'unicorn'))).toEqual([
			'Nothing was sent',
			'The catalog has nothing to send for this.',
			'Nothing found, or not in stock: unicorn',
			'Try a shorter word, or the SKU.',
		]);
		expect(await submit('0151 1234567', 'beans')).toMatch(/^Nothing was sent\s+.*country code/s);

		await sandbox.troubles({ window: 'closed', windowClosedHow: 'sync' });
		expect(await submit(phone, 'beans', 'Late:')).toMatch(/^Nothing was sent\s+.*24 hours/s);
		expect(await sandbox.messages()).toEqual([]);
	});

	it('is not shown to strangers', async () => {
		const stranger = await browser.newContext();
		const page = await stranger.newPage();
		await page.goto(url);
		await page.waitForURL('**/signin**');
		await stranger.close();

		const data = new FormData();
		['field-0', 'field-1', 'field-2'].forEach((name) => data.append(name, phone));
		expect(await fetch(url, { method: 'POST', body: data })).toMatchObject({ status: 401 });
	});
});

const lines = (page: string) => page.split('\n').filter((line) => line.trim() !== '');
