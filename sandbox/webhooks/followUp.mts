import { advance } from '../world/chatEntry.mts';
import type { ChatEntry, Failure, Status } from '../world/chatEntry.mts';
import type { Context } from '../world/context.mts';
import { newMessageId } from '../world/ids.mts';
import { APP_OUTDATED } from '../rules/reach.mts';
import type { SentMessage } from '../world/records.mts';
import type { State } from '../world/state.mts';
import { destinationFor } from './callback.mts';
import { deliver } from './delivery.mts';
import { chatField } from './envelope.mts';
import { statusEvent } from './statusEvent.mts';

/** After an accepted send: `sent` and `delivered`, or `failed`; in the chat and as webhooks, in the background (facts 2.5, 2.6). */
export function followUp(
	context: Context,
	message: SentMessage,
	entry: ChatEntry | null,
	failure: Failure | null,
): void {
	const { troubles } = context.state;
	const ways: Status[] =
		troubles.order === 'reversed' ? ['delivered', 'sent'] : ['sent', 'delivered'];
	run(context, failure ? ['failed'] : ways, message, entry, failure);
}

/** The customer has looked at a message. */
export function followRead(context: Context, message: SentMessage, entry: ChatEntry): void {
	run(context, ['read'], message, entry, null);
}

function run(
	context: Context,
	statuses: Status[],
	message: SentMessage,
	entry: ChatEntry | null,
	failure: Failure | null,
): void {
	const { state } = context;
	if (!state.statusWebhooks) {
		for (const status of statuses) show(context, state, entry, status, failure);
		return;
	}
	context.background.run(async () => {
		for (const status of statuses) {
			// A reset ends the work: the message is not part of the new state.
			if (context.state !== state) return;
			show(context, state, entry, status, failure);
			const field = chatField(state, message.customer, message.phoneNumberId);
			const destination = destinationFor(state, message.phoneNumberId, field);
			if ('url' in destination)
				await deliver(
					context,
					'status',
					destination.url,
					statusEvent(state, message, status, failure),
				);
		}
	});
}

function show(
	{ changes }: Context,
	state: State,
	entry: ChatEntry | null,
	status: Status,
	failure: Failure | null,
): void {
	if (!entry || !advance(entry, status)) return;
	entry.failure = failure;
	state.chat.altered(entry);
	if (failure === APP_OUTDATED) state.chat.add(updateNotice(entry));
	changes.tell('chats', 'customers');
}

/** What a customer with an old app sees instead of the message (facts 2.6). */
function updateNotice({ customer, phoneNumberId }: ChatEntry): ChatEntry {
	return {
		id: newMessageId(),
		at: new Date().toISOString(),
		from: 'business',
		customer,
		phoneNumberId,
		status: null,
		failure: null,
		quotedId: null,
		kind: 'notice',
		text: 'You received a message that your version of WhatsApp does not support. Update WhatsApp to see it.',
	};
}
