/** An HTTP status at a glance; the colour only repeats what the number says. */
export function StatusChip(props: { status: number | null; otherwise?: string }) {
	const { status, otherwise = 'no answer' } = props;
	const tone = status === null || status >= 400 ? 'bad' : status === 200 ? 'good' : 'odd';
	return (
		<span class={`chip chip-${tone}`}>
			{status ?? otherwise}
			<span class="visually-hidden">{status === null ? '' : ' status'}</span>
		</span>
	);
}
