import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { postEdit, postQuestion, postText } from '../api/control.mts';
import { wordsOf } from '../api/http.mts';
import type { Outcome } from '../api/types.mts';
import { previewOf } from '../format/preview.mts';
import { Icon } from '../parts/Icon.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { businessName, numberOf, openChat, openKey, readChats } from '../state/chats.mts';
import { changeDraft, composerWanted, draftOf, EMPTY, type Draft } from '../state/drafts.mts';
import { say } from '../state/messages.mts';
import { keepOutcome } from '../state/outcomes.mts';
import { ProductChip } from './ProductChip.tsx';

export function Composer() {
	const field = useRef<HTMLTextAreaElement>(null);
	const asked = useRef(composerWanted.peek());
	const key = openKey.value ?? '';
	const draft = draftOf(key);

	useSignalEffect(() => {
		if (composerWanted.value === asked.current) return;
		asked.current = composerWanted.value;
		// In the next frame, when the sheet over the chat is gone: an inert field takes no focus.
		requestAnimationFrame(() => field.current?.focus());
	});

	const submit = (event?: Event) => {
		event?.preventDefault();
		if (draft.text.trim() !== '') void send(key, draft);
	};

	return (
		<form class="composer" onSubmit={submit}>
			{draft.quotedId && <QuotedDraft id={draft.quotedId} owner={key} />}
			{draft.editedId && (
				<div class="draft-about">
					<span class="quote-who">Edit your message</span>
					<IconButton
						icon="close"
						size={18}
						label="Do not edit"
						onClick={() => changeDraft(key, EMPTY)}
					/>
				</div>
			)}
			{draft.product && (
				<div class="draft-about">
					<ProductChip {...draft.product} />
					<IconButton
						icon="close"
						size={18}
						label="Do not ask about this product"
						onClick={() => changeDraft(key, { product: null })}
					/>
				</div>
			)}
			<div class="composer-row">
				<textarea
					ref={field}
					rows={1}
					aria-label="Message"
					placeholder={draft.product ? 'Ask about this product' : 'Message'}
					value={draft.text}
					onInput={({ currentTarget }) => changeDraft(key, { text: currentTarget.value })}
					onKeyDown={(event) => {
						if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
					}}
				/>
				<button
					class="send"
					type="submit"
					aria-label="Send"
					title="Send"
					disabled={!draft.text.trim()}
				>
					<Icon name="send" size={22} />
				</button>
			</div>
		</form>
	);
}

function QuotedDraft({ id, owner }: { id: string; owner: string }) {
	const quoted = openChat.value?.find((entry) => entry.id === id);
	return (
		<div class="draft-about">
			<div class="quote">
				<span class="quote-who">{businessName.value}</span>
				<span class="quote-text">{quoted ? previewOf(quoted) : ''}</span>
			</div>
			<IconButton
				icon="close"
				size={18}
				label="Do not quote"
				onClick={() => changeDraft(owner, { quotedId: null })}
			/>
		</div>
	);
}

/** Clears the field at once: the sandbox answers only after the webhook was answered. */
async function send(key: string, draft: Draft): Promise<void> {
	const body = draft.text.trim();
	changeDraft(key, EMPTY);
	try {
		keepOutcome(await post(key, body, draft));
		await readChats();
	} catch (problem) {
		if (draftOf(key).text === '') changeDraft(key, draft);
		say(wordsOf(problem), true);
	}
}

function post(key: string, body: string, { editedId, product, quotedId }: Draft): Promise<Outcome> {
	if (editedId) return postEdit(key, { messageId: editedId, body });
	const phoneNumberId = numberOf(key, quotedId);
	return product
		? postQuestion(key, { body, phoneNumberId, ...product })
		: postText(key, { body, phoneNumberId, quotedId: quotedId ?? undefined });
}
