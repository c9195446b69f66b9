import { customerStateOf } from '../world/customerState.mts';
import { messageRefusal } from './refusal/refusal.mts';
import type { Failure } from '../world/chatEntry.mts';
import type { Customer } from '../world/shop/world.mts';
import type { State } from '../world/state.mts';

/** Facts 2.6 and the error table of facts 3; titles from Meta's error page. */
const WINDOW_CLOSED: Failure = {
	code: 131047,
	title: 'Re-engagement message',
	details:
		'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
};

/** No code of its own is published for an old app: 131026 is where Meta lists old versions (facts 2.6, 9.4). */
export const APP_OUTDATED: Failure = {
	code: 131026,
	title: 'Message undeliverable',
	details: 'Message Undeliverable.',
};

/**
 * What keeps a valid message from arriving, or null. It is reported by a failed status, which is usual at Meta (facts 2.6); with the
 * trouble `windowClosedHow` a closed window is refused at once.
 */
export function failureFor(
	state: State,
	customer: Customer | null,
	{ isTemplate, hasProducts }: { isTemplate: boolean; hasProducts: boolean },
): Failure | null {
	const { windowOpen, app } = customerStateOf(state, customer);
	// Everything but a template is a free-form message; only templates may open a conversation (facts 0 #17).
	if (!windowOpen && !isTemplate) {
		if (state.troubles.windowClosedHow === 'sync')
			throw messageRefusal(131047, WINDOW_CLOSED.details);
		return WINDOW_CLOSED;
	}
	return app === 'outdated' && hasProducts ? APP_OUTDATED : null;
}
