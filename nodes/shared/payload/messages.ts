import { z } from 'zod';

import { graphId, optionalMessageId, sku } from './identifiers';
import { LIMITS } from './limits';
import { readRecipient, recipientInput, type Recipient } from './recipient';
import { optionalText, requiredText } from './rules';
import { sectionsInput, withoutDuplicates, type DroppedProduct } from './sections';
import { isBlank } from './text';

/** A message that may be sent: the number it leaves from, the request body, what it shows. */
export interface OutgoingMessage {
	phoneNumberId: string;
	/** Body of `POST /{phone-number-id}/messages`. Facts 1.1. */
	body: Record<string, unknown>;
	catalogId: string;
	/** SKUs in the order in which the customer sees them. */
	products: string[];
	dropped: DroppedProduct[];
	trackingData: string | null;
}

const envelope = {
	phoneNumberId: graphId('106540352242922'),
	recipient: recipientInput(),
	replyToMessageId: optionalMessageId(),
	trackingData: optionalText(LIMITS.trackingData),
	catalogId: graphId('194836987003835'),
};

type Envelope = z.infer<z.ZodObject<typeof envelope>>;

/** The request body around an interactive message. Facts 1.1. */
function requestBody(given: Envelope, interactive: object): Record<string, unknown> {
	const quoted = present(given.replyToMessageId);
	const tracking = present(given.trackingData);
	return {
		messaging_product: 'whatsapp',
		recipient_type: 'individual',
		// recipientInput has refused everything that is not a recipient.
		...(readRecipient(given.recipient) as Recipient),
		...(quoted && { context: { message_id: quoted } }),
		...(tracking && { biz_opaque_callback_data: tracking }),
		type: 'interactive',
		interactive,
	};
}

const present = (text: string): string | undefined => (isBlank(text) ? undefined : text);

const textPart = (key: 'body' | 'footer', text: string) =>
	present(text) ? { [key]: { text } } : {};

/**
 * Single-product message, `interactive.type` "product". No header is allowed; body and footer are
 * optional. Facts 1.2.
 */
export const singleProductMessage = z
	.object({
		...envelope,
		productRetailerId: sku(),
		bodyText: optionalText(LIMITS.bodyText),
		footerText: optionalText(LIMITS.footerText),
	})
	.transform(
		(given): OutgoingMessage => ({
			phoneNumberId: given.phoneNumberId,
			catalogId: given.catalogId,
			products: [given.productRetailerId],
			dropped: [],
			trackingData: present(given.trackingData) ?? null,
			body: requestBody(given, {
				type: 'product',
				...textPart('body', given.bodyText),
				...textPart('footer', given.footerText),
				action: { catalog_id: given.catalogId, product_retailer_id: given.productRetailerId },
			}),
		}),
	);

/**
 * Multi-product message, `interactive.type` "product_list". Text header and body are required, the
 * footer is optional; up to 10 sections and 30 products in total. Facts 1.3.
 */
export const multiProductMessage = z
	.object({
		...envelope,
		headerText: requiredText(LIMITS.headerText, 'A multi-product message needs a header.'),
		bodyText: requiredText(LIMITS.bodyText, 'A multi-product message needs a body.'),
		footerText: optionalText(LIMITS.footerText),
		sections: sectionsInput,
	})
	.transform((given): OutgoingMessage => {
		const { sections, products, dropped } = withoutDuplicates(given.sections);
		return {
			phoneNumberId: given.phoneNumberId,
			catalogId: given.catalogId,
			products,
			dropped,
			trackingData: present(given.trackingData) ?? null,
			body: requestBody(given, {
				type: 'product_list',
				header: { type: 'text', text: given.headerText },
				body: { text: given.bodyText },
				...textPart('footer', given.footerText),
				action: { catalog_id: given.catalogId, sections },
			}),
		};
	});
