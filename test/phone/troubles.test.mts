import { TROUBLES } from '../../sandbox/world/troubles/table.mts';
import { list, PABLO, product, SAM, text } from '../support/phoneClient.mts';
import { Browsing, eventually } from '../support/browser/browsing.mts';
import { messages, write } from '../support/browser/customer.mts';

const phone = new Browsing().use();
const valueOf = async (name: string) =>
	(await phone.control('GET', 'troubles')).body.troubles.find(
		(trouble: { name: string }) => trouble.name === name,
	).value;

describe('the troubles', () => {
	it.each(TROUBLES.map((trouble) => [trouble.name, trouble] as const))(
		'%s is explained, and can be switched in the page',
		async (name, trouble) => {
			const page = await phone.open({ at: 'tab=troubles' });
			const row = page.locator(`[data-trouble="${name}"]`);
			await row.getByText(trouble.explanation).waitFor();
			const positions =
				trouble.kind === 'number'
					? [trouble.min, trouble.max]
					: trouble.choices.map(({ value }) => value);

			for (const wanted of [...positions.slice(1), positions[0]]) {
				if (trouble.kind === 'switch') await row.getByRole('switch').click();
				else if (trouble.kind === 'choice')
					await row.getByRole('combobox').selectOption(String(wanted));
				else {
					await row.getByRole('spinbutton').fill(String(wanted));
					await row.getByRole('spinbutton').press('Enter');
				}
				await eventually(async () => expect(await valueOf(name)).toBe(wanted));
			}
		},
	);

	it('are counted, and all put back with one button', async () => {
		const page = await phone.open({ at: 'tab=troubles' });
		await page.getByRole('switch', { name: 'Access token' }).click();
		await phone.troubles({ deliveries: 'twice' });
		await page.getByRole('tab', { name: 'Troubles 2 on' }).waitFor();
		await page.getByText('2 troubles are on.').waitFor();
		await page.getByRole('button', { name: 'All off' }).click();
		await page.getByRole('tab', { name: 'Troubles', exact: true }).waitFor();
		expect([await valueOf('deliveries'), await valueOf('token')]).toEqual(['once', 'valid']);
	});

	it('leave alone what is being typed while news arrive', async () => {
		const page = await phone.open({ at: 'tab=troubles' });
		const field = page.locator('[data-trouble="latency"]').getByRole('spinbutton');
		await field.fill('250');
		await phone.troubles({ deliveries: 'twice' });
		await page.getByRole('tab', { name: 'Troubles 1 on' }).waitFor();
		expect(await field.inputValue()).toBe('250');
		await field.press('Enter');
		await eventually(async () => expect(await valueOf('latency')).toBe(250));
	});

	it('show a refused number in words, and leave the switch as it was', async () => {
		const page = await phone.open({ at: 'tab=troubles' });
		const field = page.locator('[data-trouble="latency"]').getByRole('spinbutton');
		await field.fill('-5');
		await field.press('Enter');
		await page
			.getByRole('status')
			.getByText(/latency/i)
			.waitFor();
		await eventually(async () => expect(await field.inputValue()).toBe('0'));
	});
});

describe('what the customer sees of them', () => {
	it('an outdated app: a notice to update, and the failed status for the builder', async () => {
		const page = await phone.open({ at: `chat=${SAM}` });
		await phone.send({ ...product(), to: '+16505550199' });
		const thread = page.getByRole('region', { name: 'Messages' });
		await thread
			.getByText(/update/i)
			.first()
			.waitFor();
		await thread.getByText(/131026/).waitFor();
	});

	it('a closed window: the message with its failure', async () => {
		const page = await phone.open();
		await phone.troubles({ window: 'closed', windowClosedHow: 'late' });
		await phone.send(text('Are you there?'));
		const failed = messages(page).filter({ hasText: 'Failed with 131047' });
		await failed.getByText('the customer does not see the message').waitFor();
	});

	it('a partial match: the list without what was not found', async () => {
		const page = await phone.open();
		await phone.troubles({ catalogMatch: 'partial' });
		await phone.send(list(['BAK-SOURDOUGH', 'BAK-RYE', 'FRU-APPLE', 'COF-HOUSE']));
		await messages(page).first().getByText('2 items').waitFor();
		await page.getByText(/^Left out, not found in the catalog:/).waitFor();
	});

	it('a hidden phone number: the user name takes its place', async () => {
		const page = await phone.open();
		await phone.troubles({ customerPhone: 'hidden' });
		await page.getByText('You are Pablo Morales · @pablo.m, no phone number').waitFor();
	});

	it('delivered twice: two attempts at the same bytes', async () => {
		const page = await phone.open({ at: 'tab=deliveries' });
		await phone.troubles({ deliveries: 'twice' });
		await write(page, 'hello');
		await page.locator('.record').first().getByText('2 attempts').waitFor();
		expect((await phone.chat(PABLO)).length).toBe(1);
	});
});

describe('a customer of their own', () => {
	it('can be given an old app and a closed window', async () => {
		const page = await phone.open();
		await page.getByRole('button', { name: 'About Pablo Morales' }).click();
		for (const name of ['24 hour window open', 'Outdated app', 'Phone number visible'])
			await page.getByRole('switch', { name }).click();
		await eventually(async () =>
			expect(await phone.customer(PABLO)).toMatchObject({
				windowOpen: false,
				app: 'outdated',
				phoneVisible: false,
			}),
		);
		await page.getByRole('link', { name: /Pablo Morales.*Outdated app/ }).waitFor();
	});
});
