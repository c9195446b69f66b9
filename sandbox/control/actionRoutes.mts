import type { FastifyInstance } from 'fastify';
import { isUnread, skusIn } from '../world/chatEntry.mts';
import type { ChatEntry, Content } from '../world/chatEntry.mts';
import type { Context } from '../world/context.mts';
import { hasWritten } from '../world/customerState.mts';
import { newMessageId } from '../world/ids.mts';
import { numberStateOf } from '../world/numberState.mts';
import { CATALOG_IDS } from '../world/shop/world.mts';
import type { Customer, PhoneNumber } from '../world/shop/world.mts';
import type { Inbound } from '../world/records.mts';
import type { State } from '../world/state.mts';
import { unixSeconds } from '../webhooks/envelope.mts';
import { followRead } from '../webhooks/followUp.mts';
import { orderContent, questionContent, textContent } from '../webhooks/messageContent.mts';
import { sendFromCustomer } from '../webhooks/outbox.mts';
import type { Sent } from '../webhooks/outbox.mts';
import { bodyOf, optionalString, requiredText } from './body.mts';
import { catalogOf, customerOf, phoneNumberOf } from './find.mts';
import type { ByKey } from './find.mts';
import { chatLines, linesOf } from './orderLines.mts';
import { ControlRefusal } from './refusal.mts';

/** What customers do: order, write, ask about a product, read. All but reading is answered after the webhook was attempted. */
export function addActionRoutes(app: FastifyInstance, context: Context): void {
	app.post<ByKey>('/control/customers/:key/orders', async (request) => {
		const customer = customerOf(request.params.key);
		const body = bodyOf(request);
		const phoneNumber = phoneNumberOf(body);
		const { state } = context;
		// Without a cart there is no button to send one with (facts 6.4).
		if (!numberStateOf(state, phoneNumber.id).cartEnabled)
			throw new ControlRefusal(
				400,
				`The cart of ${phoneNumber.display} is switched off, so customers cannot order there.`,
			);
		const catalogId = optionalString(body, 'catalogId', CATALOG_IDS.cornerShop);
		const order = {
			catalogId,
			note: optionalString(body, 'note', ''),
			lines: linesOf(body.lines, catalogOf(state, catalogId, 400)),
		};
		const act = newAct(customer, phoneNumber);
		state.orders.add({
			orderId: act.id,
			at: act.at,
			customer: customer.userId,
			phoneNumberId: phoneNumber.id,
			...order,
		});
		const said = { kind: 'order', ...order, lines: chatLines(order.lines) } as const;
		return {
			orderId: act.id,
			...(await say(context, act, 'order', orderContent(order), said)),
		};
	});

	app.post<ByKey>('/control/customers/:key/texts', async (request) => {
		const customer = customerOf(request.params.key);
		const body = bodyOf(request);
		const text = requiredText(body, 'body');
		const act = newAct(customer, phoneNumberOf(body));
		const quotedId = optionalString(body, 'quotedId', '');
		const quoted = quotedId === '' ? null : quoteOf(context.state, act, quotedId);
		const said = { kind: 'text', body: text } as const;
		return {
			messageId: act.id,
			...(await say(context, act, 'text', textContent(text, quoted), said, quoted?.id)),
		};
	});

	app.post<ByKey>('/control/customers/:key/questions', async (request) => {
		const customer = customerOf(request.params.key);
		const body = bodyOf(request);
		const text = requiredText(body, 'body');
		const sku = requiredText(body, 'sku');
		const { state } = context;
		const catalogId = optionalString(body, 'catalogId', CATALOG_IDS.cornerShop);
		const catalog = catalogOf(state, catalogId, 400);
		if (!catalog.find(sku))
			throw new ControlRefusal(400, `The catalog "${catalog.name}" has no product "${sku}".`);
		const act = newAct(customer, phoneNumberOf(body));
		const shownIn = newestWith(state, act, sku);
		const content = questionContent(text, act.phoneNumber, shownIn, { catalogId, sku });
		const said = { kind: 'question', body: text, catalogId, sku } as const;
		return {
			messageId: act.id,
			...(await say(context, act, 'text', content, said, shownIn)),
		};
	});

	app.post<ByKey>('/control/customers/:key/read', (request) => {
		const { userId } = customerOf(request.params.key);
		const { state } = context;
		const unread = state.chat.all().filter((entry) => entry.customer === userId && isUnread(entry));
		for (const entry of unread) {
			const message = state.messages.find(({ id }) => id === entry.id);
			if (message) followRead(context, message, entry);
		}
		return { read: unread.length };
	});
}

/** Who does something, to which number, when. */
interface Act {
	id: string;
	at: string;
	customer: Customer;
	phoneNumber: PhoneNumber;
}

function newAct(customer: Customer, phoneNumber: PhoneNumber): Act {
	return { id: newMessageId(), at: new Date().toISOString(), customer, phoneNumber };
}

/** Adds it to the chat at once, and sends it to the business when the troubles allow. */
async function say(
	context: Context,
	{ id, at, customer, phoneNumber }: Act,
	event: Inbound['event'],
	content: object,
	said: Content,
	quotedId: string | null = null,
): Promise<Sent> {
	const { state } = context;
	const place = { customer: customer.userId, phoneNumberId: phoneNumber.id };
	state.chat.add({
		id,
		at,
		from: 'customer',
		...place,
		status: null,
		failure: null,
		quotedId,
		...said,
	});
	hasWritten(state, customer, at);
	context.changes.tell('chats', 'customers');
	const message = { event, id, ...place, timestamp: unixSeconds(), content };
	const sent = await sendFromCustomer(context, message);
	context.changes.tell('chats');
	return sent;
}

/** The quoted side is named by its phone number, a customer without one by the user id. */
function quoteOf(state: State, act: Act, id: string): { from: string; id: string } {
	const entry = state.chat.find(
		(candidate) => candidate.id === id && candidate.customer === act.customer.userId,
	);
	if (!entry) throw new ControlRefusal(400, `There is no message "${id}" in this chat to quote.`);
	const own = act.customer.phone ?? act.customer.userId;
	return { from: entry.from === 'business' ? act.phoneNumber.digits : own, id };
}

function newestWith(state: State, { customer, phoneNumber }: Act, sku: string): string | null {
	const shows = (entry: ChatEntry) =>
		entry.customer === customer.userId &&
		entry.phoneNumberId === phoneNumber.id &&
		skusIn(entry).includes(sku);
	return state.chat.all().findLast(shows)?.id ?? null;
}
