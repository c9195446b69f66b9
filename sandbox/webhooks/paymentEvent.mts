import { visiblePhone } from '../world/customerState.mts';
import type { Customer, PhoneNumber } from '../world/shop/world.mts';
import type { State } from '../world/state.mts';
import { chatField, envelope, unixSeconds } from './envelope.mts';

export const PAYMENT_OUTCOMES = ['captured', 'pending', 'failed'] as const;
export const PAYMENT_ADDRESSEES = ['recipient_id', 'from'] as const;

export interface Payment {
	/** Meta's "webhook ID", which is no message's id. */
	id: string;
	/** Of the transaction: for one that failed the payment itself stays `pending`. */
	outcome: (typeof PAYMENT_OUTCOMES)[number];
	referenceId: string;
	/** Hundredths of the currency. */
	amount: number;
	currency: string;
	/** The key that names the customer: `from` was seen once. */
	addressee: (typeof PAYMENT_ADDRESSEES)[number];
}

const TRANSACTIONS = { captured: 'success', pending: 'pending', failed: 'failed' } as const;

/** A payment of India or Singapore: it comes among the statuses and is none of a message (facts 12.5). */
export function paymentEvent(
	state: State,
	customer: Customer,
	phoneNumber: PhoneNumber,
	{ id, outcome, referenceId, amount, currency, addressee }: Payment,
): object {
	const phone = visiblePhone(state, customer);
	const now = unixSeconds();
	return envelope(
		phoneNumber,
		{
			statuses: [
				{
					id,
					...(phone === null ? { recipient_user_id: customer.userId } : { [addressee]: phone }),
					type: 'payment',
					status: outcome === 'captured' ? 'captured' : 'pending',
					timestamp: now,
					payment: {
						reference_id: referenceId,
						amount: { value: amount, offset: 100 },
						currency,
						transaction: {
							id: `order_${id}`,
							type: 'razorpay',
							status: TRANSACTIONS[outcome],
							created_timestamp: Number(now),
							updated_timestamp: Number(now),
							// The method may be missing on failures (facts 12.5).
							...(outcome === 'failed'
								? { error: { code: 'BAD_REQUEST_ERROR', reason: 'payment_declined' } }
								: { pg_transaction_id: `pay_${id}`, method: { type: 'upi' } }),
						},
					},
				},
			],
		},
		chatField(state, customer.userId, phoneNumber.id),
	);
}
