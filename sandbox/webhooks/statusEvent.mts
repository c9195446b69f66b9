import type { Failure, Status } from '../world/chatEntry.mts';
import { visiblePhone } from '../world/customerState.mts';
import { findCustomer, findPhoneNumber } from '../world/shop/world.mts';
import type { SentMessage } from '../world/records.mts';
import type { State } from '../world/state.mts';
import { chatField, envelope, unixSeconds } from './envelope.mts';

/** A free-form message is "service"; a template is billed by its category (facts 2.5). */
const pricingOf = ({ category }: SentMessage) => ({
	billable: true,
	pricing_model: 'PMP',
	type: 'regular',
	category: category?.toLowerCase() ?? 'service',
});
const HELP = 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/';

/** The status webhook of facts 2.5. Phone and user id are included if known; for a stranger only the one that the message was addressed to. */
export function statusEvent(
	state: State,
	message: SentMessage,
	status: Status,
	failure: Failure | null,
): object {
	const phoneNumber = findPhoneNumber(message.phoneNumberId);
	if (!phoneNumber) throw new Error('A message left from a number that does not exist.');
	const customer = findCustomer(message.customer ?? '');
	const phone = message.to ?? (customer ? visiblePhone(state, customer) : null);
	// A message may be addressed to the parent's id; whether Meta then reports that one is not known.
	const userId = message.customer ?? message.recipient;
	const about = {
		id: message.id,
		status,
		timestamp: unixSeconds(),
		...(phone === null ? {} : { recipient_id: phone }),
	};
	const byUserId = userId === null ? {} : { recipient_user_id: userId };
	const field = chatField(state, message.customer, message.phoneNumberId);
	if (failure) {
		// `contacts` is left out on failed, and the user id too when the message went to a phone. Whether the tracking data comes back is
		// not documented (facts 9.5): a sender that relies on it must fail here.
		return envelope(
			phoneNumber,
			{
				statuses: [
					{ ...about, ...(message.to === null ? byUserId : {}), errors: [errorOf(failure)] },
				],
			},
			field,
		);
	}
	return envelope(
		phoneNumber,
		{
			contacts: [
				{
					...(phone === null ? {} : { wa_id: phone }),
					...(userId === null ? {} : { user_id: userId }),
				},
			],
			statuses: [
				{
					...about,
					...byUserId,
					...(message.trackingData === null
						? {}
						: { biz_opaque_callback_data: message.trackingData }),
					// On `sent` and on one of delivered and read (facts 2.5).
					...(status === 'read' ? {} : { pricing: pricingOf(message) }),
				},
			],
		},
		field,
	);
}

function errorOf({ code, title, details }: Failure): object {
	return { code, title, message: title, error_data: { details }, href: HELP };
}
