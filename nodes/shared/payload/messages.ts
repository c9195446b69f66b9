import { z } from 'zod';

import type { DroppedProduct } from './availability';
import { graphId, optionalMessageId, sku } from './identifiers';
import { LIMITS } from './limits';
import { readRecipient, recipientInput, type Recipient } from './recipient';
import { optionalText, requiredText } from './rules';
import {
	sectionsInput,
	skusIn,
	withoutDuplicates,
	withoutProducts,
	type Overflow,
	type ProductSection,
} from './sections';
import { numberedHeader, splitSections } from './split';
import { isBlank } from './text';

/** A message that may be sent: the number it leaves from, the request body, what it shows. */
export interface OutgoingMessage {
	phoneNumberId: string;
	/** Body of `POST /{phone-number-id}/messages`. Facts 1.1. */
	body: Record<string, unknown>;
	/** SKUs in the order in which the customer sees them. */
	products: string[];
}

/** What a builder asks for, valid by itself; what the catalog has is still to be seen. */
export interface Draft {
	catalogId: string;
	/** Distinct SKUs, in the builder's order. */
	products: string[];
	/** Repeated SKUs, which are sent once. */
	dropped: DroppedProduct[];
	trackingData: string | null;
	/** The messages that it makes without the given SKUs: none when nothing is left to show. */
	messages(leftOut: ReadonlySet<string>): OutgoingMessage[];
}

const envelope = {
	phoneNumberId: graphId('106540352242922'),
	recipient: recipientInput(),
	replyToMessageId: optionalMessageId(),
	trackingData: optionalText(LIMITS.trackingData),
	catalogId: graphId('194836987003835'),
};

const texts = {
	bodyText: optionalText(LIMITS.bodyText),
	footerText: optionalText(LIMITS.footerText),
};

type Envelope = z.infer<z.ZodObject<typeof envelope & typeof texts>>;

/** The message around an interactive part. Facts 1.1. */
function around(given: Envelope, interactive: object, products: string[]): OutgoingMessage {
	const quoted = present(given.replyToMessageId);
	const tracking = present(given.trackingData);
	return {
		phoneNumberId: given.phoneNumberId,
		products,
		body: {
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			// recipientInput has refused everything that is not a recipient.
			...(readRecipient(given.recipient) as Recipient),
			...(quoted && { context: { message_id: quoted } }),
			...(tracking && { biz_opaque_callback_data: tracking }),
			type: 'interactive',
			interactive,
		},
	};
}

const present = (text: string): string | undefined => (isBlank(text) ? undefined : text);

const textPart = (key: 'body' | 'footer', text: string) =>
	present(text) ? { [key]: { text } } : {};

/** `interactive.type` "product": no header; body and footer are optional. Facts 1.2. */
function singleProduct(given: Envelope, product: string): OutgoingMessage {
	const interactive = {
		type: 'product',
		...textPart('body', given.bodyText),
		...textPart('footer', given.footerText),
		action: { catalog_id: given.catalogId, product_retailer_id: product },
	};
	return around(given, interactive, [product]);
}

/** `interactive.type` "product_list": text header and body, optional footer. Facts 1.3. */
function productList(given: Envelope, header: string, sections: ProductSection[]): OutgoingMessage {
	const interactive = {
		type: 'product_list',
		header: { type: 'text', text: header },
		body: { text: given.bodyText },
		...textPart('footer', given.footerText),
		action: { catalog_id: given.catalogId, sections },
	};
	return around(given, interactive, skusIn(sections));
}

/** Draft of a single-product message. */
export const singleProductDraft = z
	.object({ ...envelope, productRetailerId: sku(), ...texts })
	.transform((given): Draft => {
		const { catalogId, productRetailerId: product } = given;
		return {
			catalogId,
			products: [product],
			dropped: [],
			trackingData: present(given.trackingData) ?? null,
			messages: (leftOut) => (leftOut.has(product) ? [] : [singleProduct(given, product)]),
		};
	});

/** How a multi-product list becomes messages. */
export interface ListOptions {
	overflow: Overflow;
	/** Whether a list of which one product is left goes out as a single-product message. */
	singleWhenOne: boolean;
}

/**
 * Draft of a multi-product message: up to 10 sections and 30 products, or more when the list may be
 * split over several messages.
 */
export const multiProductDraft = ({ overflow, singleWhenOne }: ListOptions) =>
	z
		.object({
			...envelope,
			headerText: requiredText(LIMITS.headerText, 'A multi-product message needs one.'),
			...texts,
			bodyText: requiredText(LIMITS.bodyText, 'A multi-product message needs one.'),
			sections: sectionsInput(overflow),
		})
		.transform((given): Draft => {
			const { sections, dropped } = withoutDuplicates(given.sections);
			return {
				catalogId: given.catalogId,
				products: skusIn(sections),
				dropped,
				trackingData: present(given.trackingData) ?? null,
				messages(leftOut) {
					const kept = withoutProducts(sections, (id) => leftOut.has(id));
					const shown = skusIn(kept);
					if (singleWhenOne && shown.length === 1) return [singleProduct(given, shown[0])];
					const parts = splitSections(kept);
					return parts.map((part, index) =>
						productList(given, numberedHeader(given.headerText, index + 1, parts.length), part),
					);
				},
			};
		});
