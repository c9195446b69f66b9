import { CUSTOMERS } from './shop/world.mts';
import type { AppAge, Customer } from './shop/world.mts';
import type { TroubleValues } from './troubles/table.mts';

/** What changes about a customer, apart from the person (shop/world.mts). */
export interface CustomerState {
	app: AppAge;
	/** Whether webhooks carry the phone number; without effect for somebody who has none. */
	phoneVisible: boolean;
	/**
	 * Whether the customer last wrote less than 24 hours ago (facts 2.6). A switch and not a clock: the sandbox's customers count as
	 * having just written, so that a message can be tried without one, and nothing closes overnight.
	 */
	windowOpen: boolean;
	lastWroteAt: string | null;
	/** Ids of the business's numbers whose chat with the customer Meta Business Agent holds (facts 15.4). */
	agentHolds: string[];
}

/** The part of the state (state.mts) that says how customers are. */
interface Customers {
	/** By the customer's key. */
	customerStates: ReadonlyMap<string, CustomerState>;
	troubles: TroubleValues;
}

const STRANGER: CustomerState = {
	app: 'current',
	phoneVisible: true,
	windowOpen: true,
	lastWroteAt: null,
	agentHolds: [],
};

/** By the customer's key. */
export function firstCustomerStates(): Map<string, CustomerState> {
	return new Map(CUSTOMERS.map(({ userId, app }) => [userId, { ...STRANGER, app }]));
}

/** The customer at this moment: the troubles that concern everybody come first. Null is a stranger. */
export function customerStateOf(
	{ customerStates, troubles }: Customers,
	customer: Customer | null,
): CustomerState {
	const own = (customer && customerStates.get(customer.userId)) ?? STRANGER;
	return {
		app: troubles.app === 'outdated' ? 'outdated' : own.app,
		phoneVisible: troubles.customerPhone === 'shown' && own.phoneVisible,
		windowOpen: troubles.window === 'open' && own.windowOpen,
		lastWroteAt: own.lastWroteAt,
		agentHolds: own.agentHolds,
	};
}

/** The phone number that the business gets to see. */
export function visiblePhone(state: Customers, customer: Customer): string | null {
	return customerStateOf(state, customer).phoneVisible ? customer.phone : null;
}

/** Each message of the customer reopens the window (facts 2.6). */
export function hasWritten({ customerStates }: Customers, customer: Customer, at: string): void {
	const own = customerStates.get(customer.userId);
	if (own) Object.assign(own, { windowOpen: true, lastWroteAt: at });
}
