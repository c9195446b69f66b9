import axe from 'axe-core';
import type { Page } from 'playwright-core';
import {
	carousel,
	catalogMessage,
	KAETHE,
	list,
	mpmTemplate,
	PABLO,
	product,
	SAM,
	spmTemplate,
	template,
	text,
	texts,
	urlCarouselTemplate,
} from '../support/phoneClient.mts';
import { NUMBER } from '../support/client.mts';
import { Browsing, DESKTOP, PHONE } from '../support/browser/browsing.mts';
import { add, cart, edit, messages, openCart, openList } from '../support/browser/customer.mts';

const phone = new Browsing().use();

const chat = `pane=chat&chat=${PABLO}`;
const business = (tab: string) => `pane=business&chat=${PABLO}&tab=${tab}`;

/** Each view, and how one gets there. */
const VIEWS: Record<string, { at: string; go?: (page: Page) => Promise<unknown> }> = {
	'the chat list': { at: '' },
	'a chat with every kind of message': { at: chat },
	'a chat without messages': { at: 'pane=chat&chat=GB.30761298450917263548' },
	'a notice': {
		at: `pane=chat&chat=${SAM}`,
		go: (page) => page.locator('.notice').waitFor(),
	},
	'an opened list': {
		at: chat,
		go: async (page) => {
			await openList(page);
			await add(page, 'Sourdough Loaf');
		},
	},
	'a product': {
		at: chat,
		go: async (page) => {
			await messages(page).getByRole('button', { name: 'View House Blend Beans, 250 g' }).click();
			await page.getByRole('button', { name: 'Message business' }).waitFor();
		},
	},
	'a cart with a change': {
		at: chat,
		go: async (page) => {
			await openList(page);
			await add(page, 'Sourdough Loaf');
			await openCart(page);
			const path = 'catalogs/194836987003835/products/BAK-SOURDOUGH';
			await phone.control('PATCH', path, { priceMinor: 999 });
			await cart(page)
				.getByText(/have been updated/)
				.waitFor();
		},
	},
	'a sent cart': {
		at: chat,
		go: (page) => page.getByRole('button', { name: 'View sent cart' }).click(),
	},
	'about a customer': {
		at: chat,
		go: (page) => page.getByRole('button', { name: 'About Pablo Morales' }).click(),
	},
	'a chat with catalogs, cards and templates': { at: `pane=chat&chat=${KAETHE}` },
	'an opened catalog': {
		at: `pane=chat&chat=${KAETHE}`,
		go: async (page) => {
			await page.getByRole('button', { name: 'View catalog' }).click();
			await page.getByRole('dialog').getByRole('button', { name: 'Show more' }).waitFor();
		},
	},
	'an opened catalog without a cart': {
		at: `pane=chat&chat=${KAETHE}`,
		go: async (page) => {
			await phone.control('PATCH', `setup/numbers/${NUMBER}`, { cartEnabled: false });
			await page.getByRole('button', { name: 'View catalog' }).click();
			await page.getByText('This business takes no carts').waitFor();
		},
	},
	'the templates': {
		at: business('templates'),
		go: (page) =>
			page.locator('[data-template="recipes_online en_US"]').getByRole('button').click(),
	},
	'the setup': {
		at: business('setup'),
		go: (page) => page.getByRole('switch', { name: 'Registered' }).first().click(),
	},
	'the catalog': { at: business('catalog'), go: (page) => edit(page, 'BAK-SOURDOUGH') },
	'the troubles': {
		at: business('troubles'),
		go: (page) => page.getByRole('switch', { name: 'Access token' }).click(),
	},
	'the deliveries': {
		at: business('deliveries'),
		go: (page) => page.locator('.record-head').first().click(),
	},
	'the log': { at: business('log'), go: (page) => page.locator('.record-head').first().click() },
};

beforeEach(async () => {
	const { body } = await phone.send(list(['BAK-SOURDOUGH', 'BAK-BAGUETTE'], ['FRU-APPLE']));
	await phone.writes(PABLO, 'Thank *you*', { quotedId: body.messages[0].id });
	await phone.send(product('COF-HOUSE'));
	await phone.control('POST', `customers/${PABLO}/questions`, { body: 'Fresh?', sku: 'COF-HOUSE' });
	await phone.orders(PABLO, [{ sku: 'BAK-RYE', quantity: 2 }], { note: 'Ring twice' });
	const kaethe = { to: undefined, recipient: KAETHE };
	for (const message of [
		catalogMessage(),
		carousel('BAK-RYE', 'BAK-BAGUETTE', 'COF-HOUSE'),
		mpmTemplate([['BAK-RYE', 'NO-SUCH']]),
		spmTemplate('COF-HOUSE'),
		urlCarouselTemplate('BAK-RYE', 'DAI-MILK'),
		template('order_update', [texts('body', '4711')]),
	])
		expect((await phone.send({ ...message, ...kaethe })).status).toBe(200);
	await phone.control('PATCH', `customers/${PABLO}`, { windowOpen: false });
	await phone.send(text('Too late'));
	await phone.send({ ...product(), to: '+16505550199' });
	await phone.sandbox.settled();
});

const LOOKS = [DESKTOP, PHONE].flatMap((viewport) =>
	(['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme })),
);

describe('axe, at desktop and phone width, light and dark', () => {
	it.each(Object.entries(VIEWS))('finds nothing serious in %s', async (_name, { at, go }) => {
		const page = await phone.open({ at });
		await page
			.locator('.chat-row, .message, .empty, .record, .settings')
			.first()
			.waitFor({ state: 'attached' });
		await go?.(page);
		await page.evaluate(axe.source);
		for (const { viewport, colorScheme } of LOOKS) {
			await page.setViewportSize(viewport);
			await page.emulateMedia({ colorScheme });
			expect({ width: viewport.width, colorScheme, serious: await seriousIn(page) }).toEqual({
				width: viewport.width,
				colorScheme,
				serious: [],
			});
		}
	});
});

async function seriousIn(page: Page): Promise<string[][]> {
	const { violations, passes } = await page.evaluate(
		async () =>
			await (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
	);
	expect(passes.length).toBeGreaterThan(10);
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 160))]);
}
