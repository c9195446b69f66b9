import { visiblePhone } from '../world/customerState.mts';
import type { SentMessage } from '../world/records.mts';
import type { Customer, PhoneNumber } from '../world/shop/world.mts';
import type { State } from '../world/state.mts';
import { bareEnvelope, envelope, sideOf, unixSeconds } from './envelope.mts';

/*
 * Meta Business Agent (facts 15.4). The fact sheet names the fields and the lists in `standby`; keys that it does not have are those that
 * integrators show in public code.
 */

/** What each holder of a chat is called when it is passed on. */
const ROLES = {
	agent: { app: 'meta_business_agent', role: 'ai_agent' },
	business: { app: 'business_app', role: 'escalation' },
} as const;

/** The chat has another holder. There is no `metadata` here: the number is in `recipient`. */
export function handoverEvent(
	state: State,
	customer: Customer,
	phoneNumber: PhoneNumber,
	to: keyof typeof ROLES,
): object {
	const phone = visiblePhone(state, customer);
	const from = ROLES[to === 'agent' ? 'business' : 'agent'];
	return bareEnvelope('messaging_handovers', {
		messaging_product: 'whatsapp',
		recipient: sideOf(phoneNumber),
		sender: {
			...(phone === null ? {} : { phone_number: phone }),
			user_id: customer.userId,
		},
		timestamp: unixSeconds(),
		type: 'control_passed',
		control_passed: {
			previous_owner_app_role: from.app,
			previous_owner_role: from.role,
			new_owner_role: ROLES[to].role,
		},
	});
}

/** What the agent has written to the customer. */
export function echoEvent(phoneNumber: PhoneNumber, { id, to, recipient, payload }: SentMessage) {
	return envelope(
		phoneNumber,
		{
			message_echoes: [
				{
					id,
					timestamp: unixSeconds(),
					message: {
						...(to === null ? {} : { to }),
						recipient: recipient ?? to,
						recipient_type: 'individual',
						...(payload as object),
					},
				},
			],
		},
		'standby',
	);
}
