import type { CustomerState } from './customerState.mts';

/** The part of the state (state.mts) that says who holds the chats. */
interface Chats {
	/** By the customer's key. */
	customerStates: ReadonlyMap<string, CustomerState>;
}

/** Whether Meta Business Agent holds a chat: the app only listens then (facts 15.4). Strangers (null) have no chat. */
export function agentHolds(
	{ customerStates }: Chats,
	customer: string | null,
	phoneNumberId: string,
): boolean {
	return customerStates.get(customer ?? '')?.agentHolds.includes(phoneNumberId) ?? false;
}

export function giveToAgent(
	{ customerStates }: Chats,
	customer: string,
	phoneNumberId: string,
): void {
	const state = customerStates.get(customer);
	if (state) state.agentHolds = [...state.agentHolds, phoneNumberId];
}

/** The business has the chat again. */
export function takeFromAgent(
	{ customerStates }: Chats,
	customer: string,
	phoneNumberId: string,
): void {
	const state = customerStates.get(customer);
	if (state) state.agentHolds = state.agentHolds.filter((id) => id !== phoneNumberId);
}
