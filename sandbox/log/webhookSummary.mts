import { findCustomer } from '../world/shop/world.mts';

interface Value {
	contacts?: Array<{ profile?: { name?: string } }>;
	messages?: Array<{
		from_user_id?: string;
		type?: string;
		text?: { body?: string };
		order?: { product_items?: unknown[] };
		context?: { referred_product?: { product_retailer_id?: string } };
	}>;
	statuses?: Array<{
		status?: string;
		recipient_id?: string;
		recipient_user_id?: string;
		errors?: Array<{ code?: number; title?: string }>;
	}>;
}

const LONGEST_QUOTE = 60;

/** What a webhook says, in one line. The payload may come from the control API, so its shape is not known. */
export function webhookSummary(payload: unknown): string {
	const lines: string[] = [];
	try {
		const { entry } = payload as { entry: Array<{ changes: Array<{ value: Value }> }> };
		for (const { value } of entry.flatMap(({ changes }) => changes)) {
			for (const message of value.messages ?? []) lines.push(messageLine(message));
			for (const status of value.statuses ?? []) lines.push(statusLine(status));
		}
	} catch {
		lines.length = 0;
	}
	return lines.length > 0 ? lines.join(' · ') : 'Webhook of your own making';
}

function messageLine(message: NonNullable<Value['messages']>[number]): string {
	const from = nameOf(message.from_user_id);
	if (message.type === 'order') {
		const count = message.order?.product_items?.length ?? 0;
		return `Order from ${from}, ${count} ${count === 1 ? 'line' : 'lines'}`;
	}
	const about = message.context?.referred_product?.product_retailer_id;
	const body = message.text?.body ?? '';
	const quote = body.length > LONGEST_QUOTE ? `${body.slice(0, LONGEST_QUOTE)}…` : body;
	if (about !== undefined) return `Question from ${from} about ${about}: “${quote}”`;
	return message.type === 'text' ? `Text from ${from}: “${quote}”` : `Message from ${from}`;
}

function statusLine(status: NonNullable<Value['statuses']>[number]): string {
	const to = status.recipient_user_id ?? status.recipient_id;
	const why = status.errors?.map(({ code, title }) => ` (${code} ${title})`).join('') ?? '';
	return `Status “${status.status ?? '?'}”${why} of a message to ${nameOf(to)}`;
}

function nameOf(key: string | undefined): string {
	if (key === undefined) return 'somebody';
	return findCustomer(key)?.name ?? key;
}
