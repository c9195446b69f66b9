import { pretty } from '../format/json.mts';

/** Can be scrolled, so it can have the focus. */
export function Json({ label, value }: { label: string; value: unknown }) {
	return (
		<pre class="json" tabIndex={0} role="region" aria-label={label}>
			{pretty(value) || '(empty)'}
		</pre>
	);
}
