import { pretty } from '../format/json.mts';

/** Scrollable, so it has to be focusable. */
export function Json({ label, value }: { label: string; value: unknown }) {
	return (
		<pre class="json" tabIndex={0} role="region" aria-label={label}>
			{pretty(value) || '(empty)'}
		</pre>
	);
}
