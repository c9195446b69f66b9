import { randomBytes, randomInt } from 'node:crypto';

/** WhatsApp message id: `wamid.` and base64, at most 128 characters (facts 1.1). */
export function newMessageId(): string {
	return `wamid.${randomBytes(41).toString('base64')}`;
}

/** The id in each error body by which Meta's support finds the call (facts 3). */
export function newTraceId(): string {
	return `A${randomBytes(16).toString('base64url')}`;
}

/** "Webhook ID" of a payment (facts 12.5): a client that looks for a message by it finds none. */
export function newPaymentId(): string {
	return randomBytes(12).toString('hex');
}

export function newDeliveryId(): string {
	return `delivery-${randomBytes(9).toString('base64url')}`;
}

/** Ids of Graph objects have digits only. */
export function newTemplateId(): string {
	return `88${randomInt(10 ** 12, 10 ** 13)}`;
}
