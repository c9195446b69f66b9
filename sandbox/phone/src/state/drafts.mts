import { signal } from '@preact/signals';
import { openKey } from './chats.mts';

/** What is being written in a chat, and what it is about. */
export interface Draft {
	text: string;
	quotedId: string | null;
	/** "Message business" on a product (facts 2.3). */
	product: { catalogId: string; sku: string } | null;
	/** The own message whose words are being changed. */
	editedId: string | null;
}

export const EMPTY: Draft = { text: '', quotedId: null, product: null, editedId: null };

const drafts = signal<Record<string, Draft>>({});
/** Incremented when the composer should take the focus. */
export const composerWanted = signal(0);

export function draftOf(key: string): Draft {
	return drafts.value[key] ?? EMPTY;
}

export function changeDraft(key: string, change: Partial<Draft>): void {
	drafts.value = { ...drafts.value, [key]: { ...draftOf(key), ...change } };
}

export function startReply(change: Partial<Draft>): void {
	const key = openKey.value;
	if (!key) return;
	changeDraft(key, { quotedId: null, product: null, editedId: null, ...change });
	composerWanted.value += 1;
}

export function dropDrafts(): void {
	drafts.value = {};
}
