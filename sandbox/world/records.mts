import type { Category } from './templates/template.mts';
import type { TroubleValues } from './troubles/table.mts';

/*
 * The rows that the state keeps and the control API shows; the lines of a chat are in chatEntry.mts. They are declared below
 * everything that fills them, so that the state depends on none of it.
 */

/** One message that Meta would have answered with "accepted": a row of GET /control/messages. */
export interface SentMessage {
	id: string;
	at: string;
	phoneNumberId: string;
	/** The customer's key (business-scoped user id), null when nobody in the sandbox has this number or id. */
	customer: string | null;
	/** Digits of the number it went to (country code included); unchanged when a user id was put into `to`. */
	to: string | null;
	/** The business-scoped user id it was addressed to. */
	recipient: string | null;
	type: string;
	payload: unknown;
	catalogId: string | null;
	products: string[];
	dropped: string[];
	/** `failed`: accepted, and a failed status followed. `held`: a template that waits for Meta, or was paused on its way (facts 1.1). */
	fate: 'delivered' | 'dropped' | 'failed' | 'held';
	/** Of the template, null for a free-form message. */
	category: Category | null;
	trackingData: string | null;
}

/** A cart that a customer sent. */
export interface PlacedOrder {
	orderId: string;
	at: string;
	customer: string;
	phoneNumberId: string;
	catalogId: string;
	note: string;
	/** In the webhook's form (facts 2.2). */
	lines: Array<Record<string, unknown>>;
}

/** One webhook subscription of the app: exactly one URL per object (facts 5.3). */
export interface AppSubscription {
	object: string;
	callbackUrl: string;
	fields: string[];
	/** Graph version of the call that made it: shown by GET as each field's version. */
	version: string;
}

/** One Graph call: a row of GET /control/calls. */
export interface GraphCall {
	at: string;
	ms: number;
	method: string;
	path: string;
	query: unknown;
	body: unknown;
	/** The token's name, never the token (graph/access.mts). */
	token: string;
	status: number;
	answer: unknown;
}

/** A message from a customer, not yet in its envelope. */
export interface Inbound {
	event: 'order' | 'text' | 'edit' | 'revoke';
	id: string;
	/** The customer's key. */
	customer: string;
	phoneNumberId: string;
	/** Unix seconds in a string (facts 2.2). */
	timestamp: string;
	content: object;
}

/** A message that is held back, and the trouble that does it. */
export interface Held {
	by: 'ordersPerDelivery' | 'order';
	message: Inbound;
}

/** `custom`: a payload of the caller's own, sent through the control API. */
export type EventKind = Inbound['event'] | 'status' | 'payment' | 'echo' | 'handover' | 'custom';

/** `wrong` and `missing` are for testing that a receiver refuses. */
export type SignatureKind = TroubleValues['signature'];

/** One POST of a delivery. */
export interface Attempt {
	at: string;
	ms: number;
	/** Null when no answer came; `answer` then tells why. */
	status: number | null;
	/** First 2 kB of the answer. */
	answer: string;
}

/** One webhook and every time it was sent: a row of GET /control/deliveries. */
export interface Delivery {
	id: string;
	url: string;
	event: EventKind;
	/** The very bytes that were sent (ASCII, see webhooks/wireForm.mts). */
	body: string;
	signature: SignatureKind;
	attempts: Attempt[];
}

/** One line of the log that a builder reads, a call that came in or a request that went out: a row of GET /control/log. */
export interface LogEntry {
	/** Grows with time, also over a restart: `?after=` asks for what came later. */
	id: string;
	at: string;
	/** Seen from the sandbox: Graph API calls come in, webhooks and handshakes go out. */
	direction: 'in' | 'out';
	method: string;
	url: string;
	/** Null when nobody answered, or the connection broke before the answer. */
	status: number | null;
	ms: number;
	summary: string;
	/** Why it was refused or did not go through, in a sentence; null when all is well. */
	reason: string | null;
	request: unknown;
	response: unknown;
}
