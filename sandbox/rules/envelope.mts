import { messageRefusal } from './refusal/refusal.mts';
import { BUSINESS_ACCOUNT } from '../world/shop/world.mts';
import { LIMITS } from './limits.mts';
import { demandGiven, objectAt, onlyKeys, optionalTextAt, stringAt, textAt } from './shape.mts';
import type { Shape } from './shape.mts';

/** The message types that the sandbox supports: those for commerce, and text. Meta has more. */
const KINDS_PLAYED = ['text', 'interactive', 'template'];

const ENVELOPE_KEYS = [
	'messaging_product',
	'recipient_type',
	'to',
	'recipient',
	'context',
	'biz_opaque_callback_data',
	'messaging_account_id',
	'type',
];

export interface Envelope {
	type: string;
	trackingData: string | null;
}

/** What all messages have in common, apart from the recipient (facts 1.1). */
export function checkEnvelope(message: Shape): Envelope {
	const product = stringAt(message.messaging_product, 'messaging_product');
	if (product !== 'whatsapp')
		throw messageRefusal(
			100,
			`Param messaging_product must be one of {whatsapp} - got "${product}".`,
		);
	checkRecipientType(message.recipient_type);
	const type = checkType(message.type);
	// Only the content that the type names is allowed. Meta says nothing about others, so the sandbox treats them as mistakes.
	onlyKeys(message, 'message', [...ENVELOPE_KEYS, type]);
	checkQuote(message.context);
	checkMessagingAccount(message.messaging_account_id);
	return {
		type,
		trackingData: optionalTextAt(
			message.biz_opaque_callback_data,
			'biz_opaque_callback_data',
			LIMITS.trackingData,
		),
	};
}

/** Groups exist at Meta but carry no commerce messages (facts 0 #16, 1.1), and the sandbox has none. */
function checkRecipientType(value: unknown): void {
	if (value === undefined || value === 'individual') return;
	if (value === 'group')
		throw messageRefusal(
			131009,
			'recipient_type group: interactive product messages are not available in groups, and this sandbox has no groups.',
		);
	throw messageRefusal(131009, 'recipient_type must be one of individual, group.');
}

/** The fact sheet does not say whether `type` may be left out; the sandbox requires it. */
function checkType(value: unknown): string {
	const type = stringAt(value, 'type');
	if (!KINDS_PLAYED.includes(type)) {
		throw messageRefusal(
			131051,
			`Message type "${type}" is unknown, or known to Meta and not to this sandbox, which plays ${KINDS_PLAYED.join(', ')}.`,
		);
	}
	return type;
}

/** The id is not looked up: quoting an unknown message only loses the quote bubble (facts 1.1). */
function checkQuote(value: unknown): void {
	if (value === undefined || value === null) return;
	const context = objectAt(value, 'context');
	onlyKeys(context, 'context', ['message_id']);
	textAt(context.message_id, "context['message_id']", LIMITS.quotedMessageId);
}

/** A wrong account id "can be rejected or bill the other account" (facts 1.11): rejected here. */
function checkMessagingAccount(value: unknown): void {
	if (value === undefined) return;
	demandGiven(value, 'messaging_account_id');
	if (value !== BUSINESS_ACCOUNT.id)
		throw messageRefusal(131009, 'messaging_account_id is not an account of this phone number.');
}
