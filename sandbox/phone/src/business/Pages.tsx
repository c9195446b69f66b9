import { useSignal } from '@preact/signals';
import type { ComponentChild } from 'preact';

const STEP = 50;

/** The first entries of a long list, and a button for more. */
export function Pages<T>({ items, draw }: { items: T[]; draw: (item: T) => ComponentChild }) {
	const shown = useSignal(STEP);
	return (
		<>
			<ul class="records">{items.slice(0, shown.value).map(draw)}</ul>
			{items.length > shown.value && (
				<button
					type="button"
					class="button button-wide button-centred"
					onClick={() => (shown.value += STEP)}
				>
					Show {Math.min(STEP, items.length - shown.value)} more of {items.length - shown.value}
				</button>
			)}
		</>
	);
}
