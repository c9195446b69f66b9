import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Entry } from '../api/types.mts';
import { dayOf } from '../format/time.mts';
import { Empty } from '../parts/Empty.tsx';
import { openChat, openKey } from '../state/chats.mts';
import { changeDraft, composerWanted } from '../state/drafts.mts';
import { Message } from './Message.tsx';

/** Pixels from the foot within which somebody counts as reading the newest message. */
const NEAR = 120;

export function Thread() {
	const entries = openChat.value;
	const box = useRef<HTMLDivElement>(null);
	const atFoot = useRef(true);
	const count = entries?.length ?? 0;

	// Scrolls to new messages, except while somebody reads further up.
	useLayoutEffect(() => {
		const element = box.current;
		if (element && atFoot.current) element.scrollTop = element.scrollHeight;
	}, [count]);

	const noteScroll = () => {
		const element = box.current;
		if (element)
			atFoot.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
	};

	return (
		// Scrollable, so it has to be focusable.
		<div
			class="thread"
			ref={box}
			onScroll={noteScroll}
			tabIndex={0}
			role="region"
			aria-label="Messages"
		>
			{entries?.length === 0 && <Beginning />}
			<ol class="messages">{entries?.map((entry, index) => item(entry, entries[index - 1]))}</ol>
		</div>
	);
}

function item(entry: Entry, previous: Entry | undefined) {
	const newDay = !previous || dayOf(previous.at) !== dayOf(entry.at);
	return (
		<li
			key={entry.id}
			id={entry.id}
			class={`message from-${entry.from} ${previous?.from === entry.from && !newDay ? 'follows' : ''}`}
		>
			{newDay && <p class="day">{dayOf(entry.at)}</p>}
			<Message entry={entry} />
		</li>
	);
}

function Beginning() {
	const propose = () => {
		if (!openKey.value) return;
		changeDraft(openKey.value, { text: 'menu' });
		composerWanted.value += 1;
	};
	return (
		<Empty icon="question" title="Nothing has been written yet">
			<p>Write to the business as this customer. The ready workflow of npm start answers “menu”.</p>
			<button type="button" class="button" onClick={propose}>
				Write “menu”
			</button>
		</Empty>
	);
}
