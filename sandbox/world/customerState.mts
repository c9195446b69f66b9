import { CUSTOMERS } from './shop/world.mts';
import type { Customer } from './shop/world.mts';
import type { State } from './state.mts';

export type AppAge = 'current' | 'outdated';

/** What changes about a customer, apart from the person (shop/world.mts). */
export interface Standing {
	app: AppAge;
	/** Whether webhooks carry the phone number; without effect for somebody who has none. */
	phoneVisible: boolean;
	/**
	 * Whether the customer last wrote less than 24 hours ago (facts 2.6). A switch and not a clock: the sandbox's customers count as
	 * having just written, so that a message can be tried without one, and nothing closes over night.
	 */
	windowOpen: boolean;
	lastWroteAt: string | null;
}

export function firstStandings(): Map<string, Standing> {
	return new Map(
		CUSTOMERS.map(({ userId, app }) => [
			userId,
			{ app, phoneVisible: true, windowOpen: true, lastWroteAt: null },
		]),
	);
}

/** As the customer is at this moment: the troubles that concern everybody come first. Null is a stranger. */
export function standingOf({ standings, troubles }: State, customer: Customer | null): Standing {
	const own = (customer && standings.get(customer.userId)) ?? STRANGER;
	return {
		app: troubles.app === 'outdated' ? 'outdated' : own.app,
		phoneVisible: troubles.customerPhone === 'shown' && own.phoneVisible,
		windowOpen: troubles.window === 'open' && own.windowOpen,
		lastWroteAt: own.lastWroteAt,
	};
}

const STRANGER: Standing = {
	app: 'current',
	phoneVisible: true,
	windowOpen: true,
	lastWroteAt: null,
};

/** The phone number as the business gets to know it. */
export function visiblePhone(state: State, customer: Customer): string | null {
	return standingOf(state, customer).phoneVisible ? customer.phone : null;
}

/** Each message of the customer opens the window anew (facts 2.6). */
export function hasWritten({ standings }: State, customer: Customer, at: string): void {
	const standing = standings.get(customer.userId);
	if (standing) Object.assign(standing, { windowOpen: true, lastWroteAt: at });
}
