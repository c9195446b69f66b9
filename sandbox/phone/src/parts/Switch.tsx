import { Setting } from './Setting.tsx';

interface Props {
	label: string;
	explanation: string;
	on: boolean;
	/** What the two positions are called, where "on" does not say it. */
	state?: string;
	onChange: (on: boolean) => unknown;
}

export function Switch({ label, explanation, on, state, onChange }: Props) {
	return (
		<Setting label={label} explanation={explanation}>
			{(id, why) => (
				<>
					{state && <span class="setting-state">{state}</span>}
					<input
						id={id}
						class="switch"
						type="checkbox"
						role="switch"
						aria-describedby={why}
						checked={on}
						onChange={({ currentTarget }) => onChange(currentTarget.checked)}
					/>
				</>
			)}
		</Setting>
	);
}
