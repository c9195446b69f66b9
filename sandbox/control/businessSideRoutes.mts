import type { FastifyInstance } from 'fastify';
import { agentHolds } from '../world/agent.mts';
import type { ChatEntry } from '../world/chatEntry.mts';
import type { Context } from '../world/context.mts';
import { visiblePhone } from '../world/customerState.mts';
import { newMessageId, newPaymentId } from '../world/ids.mts';
import type { SentMessage } from '../world/records.mts';
import { echoEvent } from '../webhooks/agentEvents.mts';
import { announce } from '../webhooks/announce.mts';
import { chatField } from '../webhooks/envelope.mts';
import { followUp } from '../webhooks/followUp.mts';
import { PAYMENT_ADDRESSEES, PAYMENT_OUTCOMES, paymentEvent } from '../webhooks/paymentEvent.mts';
import { bodyOf, oneOf, onlyKnown, optionalString, requiredText } from './body.mts';
import { customerOf, phoneNumberOf } from './find.mts';
import type { ByKey } from './find.mts';
import { ControlRefusal } from './refusal.mts';

/** What happens in a chat without the customer: a payment moves on, Meta Business Agent answers. */
export function addBusinessSideRoutes(app: FastifyInstance, context: Context): void {
	app.post<ByKey>('/control/customers/:key/payments', async (request) => {
		const customer = customerOf(request.params.key);
		const body = bodyOf(request);
		onlyKnown(body, ['outcome', 'referenceId', 'amount', 'currency', 'addressee', 'phoneNumberId']);
		const phoneNumber = phoneNumberOf(body);
		const { amount = 21_000 } = body;
		if (typeof amount !== 'number' || !Number.isInteger(amount) || amount < 0)
			throw new ControlRefusal(400, '"amount" must be a whole number, in hundredths.');
		const payment = {
			id: newPaymentId(),
			outcome: oneOf(body, 'outcome', PAYMENT_OUTCOMES, 'captured'),
			referenceId: optionalString(body, 'referenceId', 'ORD-1001'),
			amount,
			currency: optionalString(body, 'currency', 'INR'),
			addressee: oneOf(body, 'addressee', PAYMENT_ADDRESSEES, 'recipient_id'),
		};
		const { state } = context;
		return {
			paymentId: payment.id,
			...(await announce(
				context,
				'payment',
				phoneNumber.id,
				chatField(state, customer.userId, phoneNumber.id),
				paymentEvent(state, customer, phoneNumber, payment),
			)),
		};
	});

	app.post<ByKey>('/control/customers/:key/agent-replies', async (request) => {
		const customer = customerOf(request.params.key);
		const body = bodyOf(request);
		onlyKnown(body, ['body', 'phoneNumberId']);
		const text = requiredText(body, 'body');
		const phoneNumber = phoneNumberOf(body);
		const { state } = context;
		if (!agentHolds(state, customer.userId, phoneNumber.id))
			throw new ControlRefusal(
				400,
				`No agent holds the chat of ${customer.name} with ${phoneNumber.display}: set "agentHolds" of the customer first.`,
			);
		const message = agentMessage(
			phoneNumber.id,
			customer.userId,
			text,
			visiblePhone(state, customer),
		);
		const entry: ChatEntry = {
			id: message.id,
			at: message.at,
			from: 'business',
			customer: customer.userId,
			phoneNumberId: phoneNumber.id,
			status: 'accepted',
			failure: null,
			quotedId: null,
			byAgent: true,
			kind: 'text',
			body: text,
		};
		state.messages.add(message);
		state.chat.add(entry);
		context.changes.tell('chats', 'customers');
		const sent = await announce(
			context,
			'echo',
			phoneNumber.id,
			'standby',
			echoEvent(phoneNumber, message),
		);
		followUp(context, message, entry, null);
		return { messageId: message.id, ...sent };
	});
}

/** Listed like what the business sends, so that it gets statuses too; the payload is that of the echo. */
function agentMessage(
	phoneNumberId: string,
	customer: string,
	text: string,
	phone: string | null,
): SentMessage {
	return {
		id: newMessageId(),
		at: new Date().toISOString(),
		phoneNumberId,
		customer,
		to: phone,
		recipient: phone === null ? customer : null,
		type: 'text',
		payload: { type: 'text', text: { body: text } },
		catalogId: null,
		products: [],
		dropped: [],
		fate: 'delivered',
		category: null,
		trackingData: null,
	};
}
