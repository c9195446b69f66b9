import type { Customer, PhoneNumber } from '../shop/world.mts';
import { fromCustomer } from './envelope.mts';

/** A cart that a customer sent (facts 2.2). The lines go out as they are, odd prices and quantities included. */
export function orderEvent(
	phoneNumber: PhoneNumber,
	customer: Customer,
	orderId: string,
	order: { catalogId: string; note: string; lines: Array<Record<string, unknown>> },
): object {
	return fromCustomer(phoneNumber, customer, orderId, {
		type: 'order',
		order: { catalog_id: order.catalogId, text: order.note, product_items: order.lines },
	});
}
