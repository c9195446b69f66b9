import type { z } from 'zod/v4';

import type { DroppedProduct } from '../catalog/availability';
import { LIMITS } from '../limits';
import { graphId, optionalGraphId, optionalMessageId } from '../rules/identifiers';
import { addresseeInput, type Recipient } from '../rules/recipient';
import { optionalText } from '../rules/rules';
import { type ProductSection, skusIn } from '../sections/sections';
import { present } from '../values/text';

/** What a customer sees of a message. */
export interface ShownContent {
	header: string | null;
	body: string | null;
	footer: string | null;
	/** Label of the button under the message; null where there is none. */
	button: string | null;
	/** Whether products are on the message itself, or behind its button. */
	products: 'onMessage' | 'behindButton';
	sections: ProductSection[];
}

/** A message that may be sent: the number it leaves from, the request body, what it shows. */
export interface OutgoingMessage {
	phoneNumberId: string;
	/** Who gets it, as read from the builder's input; `body` holds the same. */
	recipient: Recipient;
	/** The phone number of the same person, where the recipient is a user ID and the builder gave both. */
	phone?: string;
	/** Body of `POST /{phone-number-id}/messages`. Facts 1.1. */
	body: Record<string, unknown>;
	/** SKUs in the order in which the customer sees them. */
	products: string[];
	shows: ShownContent;
	/** Name and language of its template. */
	template?: string;
	/** Sent instead when the 24-hour window turns out to be closed. */
	fallback?: OutgoingMessage;
	/** Why it replaces another message. */
	standsInFor?: 'windowClosed' | 'lastMessageTooOld';
}

/** A valid message, whose products have not been checked against the catalog yet. */
export interface Draft {
	catalogId: string;
	/** Distinct SKUs, in the builder's order. */
	products: string[];
	/** Fewest products with which it can be sent. */
	minProducts: number;
	/** Repeated SKUs, which are sent once. */
	dropped: DroppedProduct[];
	/** Labels of texts that were given in several lines and go out in one. */
	folded: string[];
	trackingData: string | null;
	/** What the builder's table calls the products in another column, by SKU. */
	shopIds?: ReadonlyMap<string, string>;
	/** The messages that it makes without the given SKUs: none when fewer than `minProducts` are left. */
	messages(leftOut: ReadonlySet<string>): OutgoingMessage[];
}

/** Fields of every message. Facts 1.1, 1.11. */
export const envelope = {
	phoneNumberId: graphId('106540352242922'),
	recipient: addresseeInput(),
	replyToMessageId: optionalMessageId(),
	trackingData: optionalText(LIMITS.trackingData),
	messagingAccountId: optionalGraphId('102290129340398'),
	catalogId: graphId('194836987003835'),
};

export type Envelope = z.infer<z.ZodObject<typeof envelope>>;

/** Body and footer of an interactive message. */
export const texts = {
	bodyText: optionalText(LIMITS.bodyText),
	footerText: optionalText(LIMITS.footerText),
};

/** Makes a message of its content, which is under the key `interactive` or `template`. Facts 1.1. */
export function around(
	given: Envelope,
	type: 'interactive' | 'template',
	content: object,
	shows: ShownContent,
): OutgoingMessage {
	const quoted = present(given.replyToMessageId);
	const tracking = present(given.trackingData);
	const account = present(given.messagingAccountId);
	const { address, phone } = given.recipient;
	return {
		phoneNumberId: given.phoneNumberId,
		recipient: address,
		...(phone !== null && { phone }),
		products: skusIn(shows.sections),
		body: {
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			...address,
			...(quoted && { context: { message_id: quoted } }),
			...(tracking && { biz_opaque_callback_data: tracking }),
			...(account && { messaging_account_id: account }),
			type,
			[type]: content,
		},
		shows,
	};
}

/** The same message to the phone number of the same person; undefined where none is known. */
export function byPhone(message: OutgoingMessage): OutgoingMessage | undefined {
	const { phone, body } = message;
	if (phone === undefined) return undefined;
	const addressed: Record<string, unknown> = { ...body, to: phone };
	delete addressed.recipient;
	return { ...message, recipient: { to: phone }, body: addressed };
}

/** A text part of an interactive message, left out when it is blank. */
export const textPart = (key: 'body' | 'footer', text: string) =>
	present(text) ? { [key]: { text } } : {};

/** What a customer sees of a message with these texts. */
export const showing = (
	{ bodyText, footerText }: { bodyText: string; footerText: string },
	more: Pick<ShownContent, 'button' | 'products' | 'sections'> & { header?: string },
): ShownContent => ({
	header: null,
	...more,
	body: present(bodyText) ?? null,
	footer: present(footerText) ?? null,
});

/** The part of the envelope that is in every draft. */
export const kept = ({ catalogId, trackingData }: Envelope) => ({
	catalogId,
	trackingData: present(trackingData) ?? null,
});

/** Products as one section without a title. */
export const listOf = (skus: string[]): ProductSection[] => [
	{ product_items: skus.map((sku) => ({ product_retailer_id: sku })) },
];
