import { createHmac } from 'node:crypto';
import {
	APP,
	BUSINESS_ACCOUNT,
	CATALOG_IDS,
	PHONE_NUMBERS,
} from '../../sandbox/world/shop/world.mts';

/** Deliveries in Meta's shape (facts 2.1, 2.2), signed as Meta signs them (facts 5.2). */

export interface SignedDelivery {
	body: Buffer;
	signature: string;
}

export function signed(payload: unknown, secret: string = APP.secret): SignedDelivery {
	const body = Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload));
	return { body, signature: signatureOf(body, secret) };
}

export const signatureOf = (body: Buffer, secret: string = APP.secret): string =>
	`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

export function orderMessage(id: string, lines = 3): object {
	return {
		from: '16505551234',
		from_user_id: 'US.13491208655302741918',
		id,
		timestamp: '1795255200',
		type: 'order',
		order: {
			catalog_id: CATALOG_IDS.cornerShop,
			text: 'Bitte läuten',
			product_items: Array.from({ length: lines }, (_unused, index) => ({
				product_retailer_id: `SKU-${index + 1}`,
				quantity: index + 1,
				item_price: 15.5,
				currency: 'USD',
			})),
		},
	};
}

/** A delivery with these messages; `more` stands beside the true change, in the same entry. */
export function envelope(messages: unknown[], more: unknown[] = []): object {
	const value = {
		messaging_product: 'whatsapp',
		metadata: {
			display_phone_number: PHONE_NUMBERS[0]?.digits,
			phone_number_id: PHONE_NUMBERS[0]?.id,
		},
		contacts: [
			{ profile: { name: 'Pablo' }, wa_id: '16505551234', user_id: 'US.13491208655302741918' },
		],
		messages,
	};
	const changes = [{ field: 'messages', value }, ...more];
	return { object: 'whatsapp_business_account', entry: [{ id: BUSINESS_ACCOUNT.id, changes }] };
}

let made = 0;

/** One new order a delivery. */
export const newOrder = (): SignedDelivery =>
	signed(envelope([orderMessage(`wamid.BENCH${(made += 1)}`)]));
