import { useId } from 'preact/hooks';

interface Props {
	label: string;
	explanation: string;
	on: boolean;
	/** What the two positions are called, where "on" does not say it. */
	state?: string;
	onChange: (on: boolean) => unknown;
}

export function Switch({ label, explanation, on, state, onChange }: Props) {
	const id = useId();
	return (
		<div class="setting">
			<label class="setting-label" for={id}>
				{label}
			</label>
			<p class="setting-explanation" id={`${id}-why`}>
				{explanation}
			</p>
			<span class="setting-control">
				{state && <span class="setting-state">{state}</span>}
				<input
					id={id}
					class="switch"
					type="checkbox"
					role="switch"
					aria-describedby={`${id}-why`}
					checked={on}
					onChange={({ currentTarget }) => onChange(currentTarget.checked)}
				/>
			</span>
		</div>
	);
}
