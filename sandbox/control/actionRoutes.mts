import type { FastifyInstance } from 'fastify';
import { isUnread } from '../world/chatEntry.mts';
import type { Context } from '../world/context.mts';
import { numberStateOf } from '../world/numberState.mts';
import { CATALOG_IDS } from '../world/shop/world.mts';
import type { State } from '../world/state.mts';
import { followRead } from '../webhooks/followUp.mts';
import { orderContent, questionContent, textContent } from '../webhooks/messageContent.mts';
import { newAct, newestWith, quoteOf, say } from './act.mts';
import type { Act } from './act.mts';
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
		const from = originOf(state, act, optionalString(body, 'quotedId', ''), order.lines);
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
			...(await say(context, act, 'order', orderContent(order, from), said, from?.id)),
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

/**
 * The message that an order came from (facts 17.12): the one given, or with the trouble `orderContext` the newest that shows its first
 * product. Null as a rule: most orders do not say.
 */
function originOf(
	state: State,
	act: Act,
	quotedId: string,
	lines: Array<Record<string, unknown>>,
): { from: string; id: string } | null {
	if (quotedId !== '') return quoteOf(state, act, quotedId);
	if (state.troubles.orderContext === 'absent') return null;
	const id = newestWith(state, act, String(lines[0]?.product_retailer_id));
	return id === null ? null : quoteOf(state, act, id);
}
