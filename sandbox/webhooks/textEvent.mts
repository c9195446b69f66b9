import type { Customer, PhoneNumber } from '../shop/world.mts';
import { fromCustomer } from './envelope.mts';

/** An ordinary text from a customer. */
export function textEvent(
	phoneNumber: PhoneNumber,
	customer: Customer,
	id: string,
	body: string,
): object {
	return fromCustomer(phoneNumber, customer, id, { text: { body }, type: 'text' });
}
