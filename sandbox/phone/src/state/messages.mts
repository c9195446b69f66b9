import { signal } from '@preact/signals';

/** What a screen reader announces. */
export const announcement = signal('');
/** A sentence at the foot of the page for a few seconds. */
export const toast = signal<{ text: string; bad: boolean } | null>(null);

const SHOWN_MS = 6_000;
let hiding: ReturnType<typeof setTimeout> | undefined;

export function announce(text: string): void {
	// An unchanged text would not be read out again.
	announcement.value = announcement.value === text ? `${text}\u00a0` : text;
}

export function say(text: string, bad = false): void {
	toast.value = { text, bad };
	clearTimeout(hiding);
	hiding = setTimeout(() => (toast.value = null), SHOWN_MS);
}
