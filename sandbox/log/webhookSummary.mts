import { findCustomer } from '../world/shop/world.mts';

interface Chat {
	contacts?: Array<{ profile?: { name?: string } }>;
	messages?: Array<{
		from_user_id?: string;
		type?: string;
		text?: { body?: string };
		order?: { product_items?: unknown[] };
		context?: { referred_product?: { product_retailer_id?: string } };
		unsupported?: { type?: string };
	}>;
	statuses?: Array<{
		status?: string;
		recipient_id?: string;
		recipient_user_id?: string;
		from?: string;
		type?: string;
		payment?: { reference_id?: string; transaction?: { status?: string } };
		errors?: Array<{ code?: number; title?: string }>;
	}>;
	message_echoes?: Array<{ message?: { to?: string; recipient?: string } }>;
}

interface Value extends Chat {
	/** One level deeper while an agent holds the chat (facts 15.4). */
	standby?: Chat;
	sender?: { phone_number?: string; user_id?: string };
	control_passed?: { previous_owner_app_role?: string };
}

const LONGEST_QUOTE = 60;

/** What a webhook says, in one line. The payload may come from the control API, so its shape is not known. */
export function webhookSummary(payload: unknown): string {
	const lines: string[] = [];
	try {
		const { entry } = payload as { entry: Array<{ changes: Array<{ value: Value }> }> };
		for (const { value } of entry.flatMap(({ changes }) => changes)) {
			lines.push(...chatLines(value));
			if (value.standby)
				lines.push(...chatLines(value.standby).map((line) => `${line} (an agent holds the chat)`));
			if (value.control_passed) lines.push(handoverLine(value));
		}
	} catch {
		lines.length = 0;
	}
	return lines.length > 0 ? lines.join(' · ') : 'Webhook of your own making';
}

function chatLines({ messages = [], statuses = [], message_echoes: echoes = [] }: Chat): string[] {
	return [
		...messages.map(messageLine),
		...statuses.map((status) =>
			status.type === 'payment' ? paymentLine(status) : statusLine(status),
		),
		...echoes.map(
			({ message }) => `What the agent wrote to ${nameOf(message?.to ?? message?.recipient)}`,
		),
	];
}

function handoverLine({ sender, control_passed: passed }: Value): string {
	const to =
		passed?.previous_owner_app_role === 'meta_business_agent' ? 'the business' : 'an agent';
	return `The chat with ${nameOf(sender?.phone_number ?? sender?.user_id)} passes to ${to}`;
}

function messageLine(message: NonNullable<Chat['messages']>[number]): string {
	const from = nameOf(message.from_user_id);
	if (message.type === 'order') {
		const count = message.order?.product_items?.length ?? 0;
		return `Order from ${from}, ${count} ${count === 1 ? 'line' : 'lines'}`;
	}
	const about = message.context?.referred_product?.product_retailer_id;
	const body = message.text?.body ?? '';
	const quote = body.length > LONGEST_QUOTE ? `${body.slice(0, LONGEST_QUOTE)}…` : body;
	if (about !== undefined) return `Question from ${from} about ${about}: “${quote}”`;
	if (message.type === 'text') return `Text from ${from}: “${quote}”`;
	const what = AFTERTHOUGHTS[message.unsupported?.type ?? message.type ?? ''];
	return what === undefined ? `Message from ${from}` : `${from} has ${what} a message`;
}

/** By the type of what the customer does to an earlier message. */
const AFTERTHOUGHTS: Record<string, string> = { edit: 'edited', revoke: 'deleted' };

function paymentLine({ status, payment, ...named }: NonNullable<Chat['statuses']>[number]): string {
	const who = nameOf(named.recipient_id ?? named.from ?? named.recipient_user_id);
	const outcome = payment?.transaction?.status ?? '?';
	return `Payment of ${who} for ${payment?.reference_id ?? '?'} is “${status ?? '?'}”, its transaction “${outcome}”`;
}

function statusLine(status: NonNullable<Chat['statuses']>[number]): string {
	const to = status.recipient_user_id ?? status.recipient_id;
	const why = status.errors?.map(({ code, title }) => ` (${code} ${title})`).join('') ?? '';
	return `Status “${status.status ?? '?'}”${why} of a message to ${nameOf(to)}`;
}

function nameOf(key: string | undefined): string {
	if (key === undefined) return 'somebody';
	return findCustomer(key)?.name ?? key;
}
