import { agentHolds, giveToAgent, takeFromAgent } from '../world/agent.mts';
import type { Context } from '../world/context.mts';
import type { Customer, PhoneNumber } from '../world/shop/world.mts';
import { handoverEvent } from './agentEvents.mts';
import { announce } from './announce.mts';

/**
 * Gives a chat to Meta Business Agent or back to the business, and tells those who are subscribed to `messaging_handovers` (facts 15.4);
 * nothing happens when it is there already.
 */
export function passChat(
	context: Context,
	customer: Customer,
	phoneNumber: PhoneNumber,
	to: 'agent' | 'business',
): void {
	const { state } = context;
	const isHeld = agentHolds(state, customer.userId, phoneNumber.id);
	if (isHeld === (to === 'agent')) return;
	(to === 'agent' ? giveToAgent : takeFromAgent)(state, customer.userId, phoneNumber.id);
	context.changes.tell('customers');
	const event = handoverEvent(state, customer, phoneNumber, to);
	context.background.run(async () => {
		// A reset ends the work.
		if (context.state === state)
			await announce(context, 'handover', phoneNumber.id, 'messaging_handovers', event);
	});
}
