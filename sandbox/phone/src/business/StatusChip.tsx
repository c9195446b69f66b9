/** An HTTP status at a glance; the colour only repeats what the number says. */
export function StatusChip({ status }: { status: number | null }) {
	const tone = status === null || status >= 400 ? 'bad' : status === 200 ? 'good' : 'odd';
	return (
		<span class={`chip chip-${tone}`}>
			{status ?? 'no answer'}
			<span class="visually-hidden">{status === null ? '' : ' status'}</span>
		</span>
	);
}
