import { z } from 'zod/v4';

import { readText } from '../values/webhookValues';
import type { Customer } from './customer';
import { originOf, type IncomingStatus, type Origin } from './deliveryParts';

/** What Meta says about a message that was accepted and could not be delivered. Facts 2.5. */
export interface FailedStatus extends Origin {
	/** The wamid that the send returned. */
	messageId: string;
	failedAt: string | null;
	/** Meta's code; null when it gives none. Facts 3. */
	code: number | null;
	/** Meta's own short name of what happened. */
	title: string | null;
	/** Tells apart the causes that share a code. */
	details: string | null;
	/** The tracking data of the send; whether Meta returns it here is not documented (facts 9.5). */
	trackingData: string | null;
	/**
	 * Meta leaves out name and user name, and the user id too when the message went to a phone
	 * (facts 2.5): the key is then the phone.
	 */
	customer: Customer;
}

const failure = z.object({
	code: z.unknown().optional(),
	title: z.unknown().optional(),
	message: z.unknown().optional(),
	error_data: z.object({ details: z.unknown().optional() }).optional().catch(undefined),
});

const failures = z.object({ errors: z.array(failure).min(1) });

/** Reads a status `failed`. Never throws: what Meta leaves out is null. */
export function readFailedStatus(incoming: IncomingStatus): FailedStatus {
	const read = failures.safeParse(incoming.report);
	const [first] = read.success ? read.data.errors : [];
	const code = readText(first?.code);
	return {
		messageId: incoming.messageId,
		failedAt: incoming.statusAt,
		code: code !== null && /^\d{1,9}$/.test(code) ? Number(code) : null,
		title: readText(first?.title) ?? readText(first?.message),
		details: readText(first?.error_data?.details),
		trackingData: readText(incoming.report.biz_opaque_callback_data),
		customer: incoming.customer,
		...originOf(incoming),
	};
}
