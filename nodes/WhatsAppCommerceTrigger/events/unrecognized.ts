import { z } from 'zod/v4';

import type { Customer } from '../../shared/payload/webhooks/customer';
import {
	originOf,
	type IncomingMessage,
	type Part,
} from '../../shared/payload/webhooks/deliveryParts';
import { DELIVERY } from '../../shared/payload/webhooks/statusSubject';
import { readText } from '../../shared/payload/values/webhookValues';
import { preview } from '../../shared/payload/values/text';
import type { EventReader, UnrecognizedEvent } from './event';

/** Meta's values are less deep. Deeper ones would end the run, and with it the good messages beside them. */
const MAX_DEPTH = 32;

const NOBODY: Customer = { key: null, phone: null, userId: null, username: null, name: null };

/** What no other chosen event reads, except how far messages came: that was not asked for. */
export const rest: EventReader = (part) => {
	if (part.kind === 'status') {
		if (part.subject === DELIVERY) return undefined;
		return unrecognized(part, `No chosen event reads statuses of type "${preview(part.subject)}".`);
	}
	if (part.kind === 'unread') return unrecognized(part, part.reason);
	if (part.type === 'unsupported') return unrecognized(part, unsupportedReason(part));
	return unrecognized(part, `No chosen event reads messages of type "${preview(part.type)}".`);
};

/** A part whose content cannot be read: kept unchanged, with the reason. */
export function unrecognized(part: Part, reason: string): UnrecognizedEvent {
	const raw =
		part.kind === 'message' ? part.message : part.kind === 'status' ? part.report : part.raw;
	return {
		event: 'unrecognized',
		...aboutOf(part),
		...originOf(part),
		reason,
		raw: isShallow(raw) ? (raw ?? null) : null,
	};
}

function aboutOf(
	part: Part,
): Pick<UnrecognizedEvent, 'messageId' | 'type' | 'sentAt' | 'customer'> {
	if (part.kind === 'unread') {
		return { messageId: null, type: null, sentAt: null, customer: NOBODY };
	}
	const { messageId, customer } = part;
	if (part.kind === 'message') return { messageId, type: part.type, sentAt: part.sentAt, customer };
	const type = part.subject === DELIVERY ? part.status : part.subject;
	return { messageId, type, sentAt: part.statusAt, customer };
}

const unsupported = z.object({
	unsupported: z.object({ type: z.unknown().optional() }).optional().catch(undefined),
	errors: z
		.array(z.object({ code: z.unknown().optional() }))
		.optional()
		.catch(undefined),
});

/** Newer payloads name what it was, which can be an order. Facts 2.4. */
function unsupportedReason({ message }: IncomingMessage): string {
	const read = unsupported.safeParse(message);
	const kind = read.success ? readText(read.data.unsupported?.type) : null;
	const code = read.success ? readText(read.data.errors?.[0]?.code) : null;
	const known = [
		...(kind === null ? [] : [`type "${preview(kind)}"`]),
		...(code === null ? [] : [`code ${preview(code)}`]),
	];
	const named = known.length > 0 ? ` (${known.join(', ')})` : '';
	return `WhatsApp does not hand over the content of this message${named}.`;
}

/** Checks level by level and not recursively, so that depth cannot break the check itself. */
export function isShallow(value: unknown): boolean {
	let level = [value];
	for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
		level = level.flatMap((one) =>
			typeof one === 'object' && one !== null ? Object.values(one) : [],
		);
	}
	return level.length === 0;
}
