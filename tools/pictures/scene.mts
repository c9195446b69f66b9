import path from 'node:path';
import { createSandbox } from '../../sandbox/server/sandbox.mts';
import {
	APP,
	APP_TOKEN,
	BUSINESS_ACCOUNT,
	CATALOG_IDS,
	PHONE_NUMBERS,
} from '../../sandbox/world/shop/world.mts';
import { Callback } from '../../test/support/client.mts';

const root = path.resolve(import.meta.dirname, '../..');
const GRAPH = `v26.0/${PHONE_NUMBERS[0]?.id}/messages`;
const PABLO = '+16505551234';

export interface Scene {
	url: string;
	close(): Promise<void>;
}

/** A sandbox in which a morning's business has been done, for pictures and for measuring. */
export async function setScene(): Promise<Scene> {
	const sandbox = createSandbox({ page: path.join(root, 'sandbox/phone/dist') });
	const url = await sandbox.listen();
	const callback = new Callback();
	await callback.start();
	const ask = async (method: string, place: string, body: object, token = 'sandbox-token') => {
		const response = await fetch(`${url}/${place}`, {
			method,
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		return (await response.json()) as { messages?: Array<{ id: string }> };
	};
	const send = (message: object, to = PABLO) =>
		ask('POST', GRAPH, { messaging_product: 'whatsapp', to, ...message });
	const does = (what: string, body: object, who = PABLO) =>
		ask('POST', `control/customers/${encodeURIComponent(who)}/${what}`, body);

	await ask(
		'POST',
		`v26.0/${APP.id}/subscriptions`,
		{
			object: 'whatsapp_business_account',
			callback_url: callback.url,
			verify_token: 'verify-me',
			fields: 'messages',
		},
		APP_TOKEN,
	);
	await ask('POST', `v26.0/${BUSINESS_ACCOUNT.id}/subscribed_apps`, {});

	await does('texts', { body: 'Grüezi! Is the rye bread back?' }, '+4917604069011');
	await send({ type: 'text', text: { body: 'Fresh from the oven since six.' } }, '+4917604069011');
	const offer = await send({
		type: 'interactive',
		interactive: {
			type: 'product',
			body: { text: 'Good morning, Pablo! Our house blend is *on sale* this week.' },
			footer: { text: 'Roasted on Monday' },
			action: { catalog_id: CATALOG_IDS.cornerShop, product_retailer_id: 'COF-HOUSE' },
		},
	});
	await does('questions', { body: 'As whole beans?', sku: 'COF-HOUSE' });
	await send({
		type: 'text',
		text: { body: 'Whole or ground, as you like.' },
		context: { message_id: offer.messages?.[0]?.id },
	});
	await does('texts', { body: 'menu' });
	await send(list);
	await does('orders', {
		lines: [
			{ sku: 'BAK-SOURDOUGH', quantity: 2 },
			{ sku: 'COF-HOUSE', quantity: 1 },
		],
		note: 'Please ring twice',
	});
	await send({
		type: 'text',
		text: { body: 'Thank you, Pablo! We bake it for you. Total: 23.10 USD' },
	});
	await sandbox.settled();
	return {
		url,
		async close() {
			await sandbox.close();
			await callback.stop();
		},
	};
}

const section = (title: string, ...skus: string[]) => ({
	title,
	product_items: skus.map((sku) => ({ product_retailer_id: sku })),
});

const list = {
	type: 'interactive',
	interactive: {
		type: 'product_list',
		header: { type: 'text', text: 'Fresh today' },
		body: { text: 'Hello Pablo! Put what you like into the cart and send it to us.' },
		footer: { text: 'Orders before noon arrive the same day' },
		action: {
			catalog_id: CATALOG_IDS.cornerShop,
			sections: [
				section('Bread', 'BAK-SOURDOUGH', 'BAK-RYE', 'BAK-CROISSANT'),
				section('Fruit and vegetables', 'FRU-APPLE', 'FRU-BANANA', 'VEG-TOMATO'),
				section('Coffee', 'COF-HOUSE', 'COF-ESPRESSO'),
			],
		},
	},
};
