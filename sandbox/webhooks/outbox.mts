import type { Context } from '../world/context.mts';
import { countTurn } from '../rules/rateLimits.mts';
import type { Held, Inbound } from '../world/records.mts';
import type { State } from '../world/state.mts';
import { announce } from './announce.mts';
import type { Sent } from './announce.mts';
import { chatField, fromCustomers } from './envelope.mts';

const WAITING: Record<Held['by'], string> = {
	ordersPerDelivery: 'It waits for a second order: both then arrive in one delivery.',
	order: 'It waits for the next message, which then arrives first.',
};

/** Sends what a customer did, or holds it back if the trouble `ordersPerDelivery` or `order` asks for it. */
export async function sendFromCustomer(context: Context, message: Inbound): Promise<Sent> {
	const { state } = context;
	const { troubles } = state;
	countTurn(state, message.phoneNumberId);
	const isReversed = troubles.order === 'reversed';
	if (message.event === 'order' && troubles.ordersPerDelivery === 'two') {
		const first = takeHeld(state, 'ordersPerDelivery', message.phoneNumberId);
		if (!first) return hold(context, 'ordersPerDelivery', message);
		return await leave(context, [isReversed ? [message, first] : [first, message]]);
	}
	if (!isReversed) return await leave(context, [[message]]);
	const first = takeHeld(state, 'order', message.phoneNumberId);
	return first ? await leave(context, [[message], [first]]) : hold(context, 'order', message);
}

/** Sends in the background, oldest first, what troubles held back that are now switched off. */
export function releaseHeld(context: Context): void {
	const { state } = context;
	const { troubles } = state;
	const stays = ({ by }: Held) =>
		by === 'order' ? troubles.order === 'reversed' : troubles.ordersPerDelivery === 'two';
	const free = state.held.filter((held) => !stays(held));
	state.held = state.held.filter(stays);
	if (free.length === 0) return;
	const groups = free.map(({ message }) => [message]);
	context.background.run(async () => {
		// A reset ends the work.
		if (context.state === state) await leave(context, groups);
	});
}

function hold({ state }: Context, by: Held['by'], message: Inbound): Sent {
	state.held.push({ by, message });
	return { deliveries: [], reason: WAITING[by] };
}

/** Only messages to the same number share a delivery: each number may have its own callback (facts 5.3). */
function takeHeld(state: State, by: Held['by'], phoneNumberId: string): Inbound | undefined {
	const held = state.held.find(
		(candidate) => candidate.by === by && candidate.message.phoneNumberId === phoneNumberId,
	);
	state.held = state.held.filter((candidate) => candidate !== held);
	return held?.message;
}

/** One delivery after the other, each with one or more messages; those of chats that an agent holds are another delivery. */
async function leave(context: Context, groups: Inbound[][]): Promise<Sent> {
	const { state } = context;
	const sent: Sent = { deliveries: [] };
	const fieldOf = ({ customer, phoneNumberId }: Inbound) =>
		chatField(state, customer, phoneNumberId);
	const split = groups.flatMap((group) =>
		(['messages', 'standby'] as const).map((field) =>
			group.filter((message) => fieldOf(message) === field),
		),
	);
	for (const [first, ...others] of split) {
		if (!first) continue;
		const field = fieldOf(first);
		const payload = fromCustomers(state, [first, ...others], field);
		const { deliveries, reason } = await announce(
			context,
			first.event,
			first.phoneNumberId,
			field,
			payload,
		);
		sent.deliveries.push(...deliveries);
		if (reason !== undefined) sent.reason = reason;
	}
	return sent;
}
