import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

/** Collapsed content is not rendered: a log has thousands of entries with long bodies. */
export function Disclosure(props: { head: ComponentChildren; children: ComponentChildren }) {
	const open = useSignal(false);
	return (
		<>
			<button
				type="button"
				class="record-head"
				aria-expanded={open.value}
				onClick={() => (open.value = !open.value)}
			>
				{props.head}
			</button>
			{open.value && <div class="record-body">{props.children}</div>}
		</>
	);
}
