import type { Customer, PhoneNumber } from '../shop/world.mts';
import { BUSINESS_ACCOUNT } from '../shop/world.mts';
import { MESSAGES_FIELD, MESSAGES_OBJECT } from './callback.mts';

/** The envelope of every webhook of the field `messages` (facts 2.1). */
export function envelope(phoneNumber: PhoneNumber, value: object): object {
	return {
		object: MESSAGES_OBJECT,
		entry: [
			{
				id: BUSINESS_ACCOUNT.id,
				changes: [
					{
						value: {
							messaging_product: 'whatsapp',
							metadata: {
								display_phone_number: phoneNumber.digits,
								phone_number_id: phoneNumber.id,
							},
							...value,
						},
						field: MESSAGES_FIELD,
					},
				],
			},
		],
	};
}

/** A message from a customer: who it is in `contacts`, what it is in `messages`. Without a phone neither `wa_id` nor `from` (facts 2.2). */
export function fromCustomer(
	phoneNumber: PhoneNumber,
	customer: Customer,
	id: string,
	content: object,
): object {
	return envelope(phoneNumber, {
		contacts: [
			{
				profile: {
					name: customer.name,
					...(customer.username === null ? {} : { username: customer.username }),
				},
				...(customer.phone === null ? {} : { wa_id: customer.phone }),
				user_id: customer.userId,
			},
		],
		messages: [
			{
				...(customer.phone === null ? {} : { from: customer.phone }),
				from_user_id: customer.userId,
				id,
				timestamp: unixSeconds(),
				...content,
			},
		],
	});
}

/** Webhook times are Unix seconds in a string (facts 2.2). */
export function unixSeconds(): string {
	return String(Math.floor(Date.now() / 1000));
}
