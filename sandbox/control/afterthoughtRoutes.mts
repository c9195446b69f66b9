import type { FastifyInstance } from 'fastify';
import type { ChatEntry } from '../world/chatEntry.mts';
import type { Context } from '../world/context.mts';
import { findPhoneNumber } from '../world/shop/world.mts';
import type { Customer } from '../world/shop/world.mts';
import type { State } from '../world/state.mts';
import { editContent, revokeContent, unsupportedContent } from '../webhooks/messageContent.mts';
import { newAct, tell } from './act.mts';
import type { Act } from './act.mts';
import { bodyOf, oneOf, onlyKnown, requiredText } from './body.mts';
import { customerOf } from './find.mts';
import type { ByKey } from './find.mts';
import { ControlRefusal } from './refusal.mts';

const FORMS = ['edit', 'unsupported'] as const;

/** What customers do to a message that they have sent: change its words, or take it back. */
export function addAfterthoughtRoutes(app: FastifyInstance, context: Context): void {
	app.post<ByKey>('/control/customers/:key/edits', async (request) => {
		const customer = customerOf(request.params.key);
		const body = bodyOf(request);
		onlyKnown(body, ['messageId', 'body', 'as']);
		const text = requiredText(body, 'body');
		const form = oneOf(body, 'as', FORMS, 'edit');
		const { state } = context;
		const { entry, act } = ownMessage(state, customer, requiredText(body, 'messageId'));
		if (entry.kind !== 'text' && entry.kind !== 'question')
			throw new ControlRefusal(400, 'Only a text can be edited.');
		Object.assign(entry, { body: text, edited: true });
		state.chat.altered(entry);
		const content = form === 'edit' ? editContent(entry.id, text) : unsupportedContent('edit');
		return { messageId: act.id, ...(await tell(context, act, 'edit', content)) };
	});

	app.post<ByKey>('/control/customers/:key/revokes', async (request) => {
		const customer = customerOf(request.params.key);
		const body = bodyOf(request);
		onlyKnown(body, ['messageId']);
		const { state } = context;
		const { entry, act } = ownMessage(state, customer, requiredText(body, 'messageId'));
		entry.revoked = true;
		state.chat.altered(entry);
		return {
			messageId: act.id,
			...(await tell(context, act, 'revoke', revokeContent(entry.id))),
		};
	});
}

/** A message of the customer's own that is still there, and the act of changing it. */
function ownMessage(
	{ chat }: State,
	customer: Customer,
	messageId: string,
): { entry: ChatEntry; act: Act } {
	const entry = chat.find(({ id, customer: key }) => id === messageId && key === customer.userId);
	const phoneNumber = findPhoneNumber(entry?.phoneNumberId ?? '');
	if (!entry || !phoneNumber || entry.from !== 'customer')
		throw new ControlRefusal(400, `${customer.name} has sent no message "${messageId}".`);
	if (entry.revoked) throw new ControlRefusal(400, `The message "${messageId}" was deleted.`);
	return { entry, act: newAct(customer, phoneNumber) };
}
