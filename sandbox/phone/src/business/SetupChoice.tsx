import { Setting } from '../parts/Setting.tsx';

interface Props {
	label: string;
	explanation: string;
	/** The value of a healthy account first. */
	values: string[];
	value: string;
	onChange: (value: string) => unknown;
}

/** One of Meta's words for a state, as the Graph API shows it. */
export function SetupChoice({ label, explanation, values, value, onChange }: Props) {
	return (
		<li class={value === values[0] ? '' : 'setting-on'}>
			<Setting label={label} explanation={explanation}>
				{(id, why) => (
					<select
						id={id}
						aria-describedby={why}
						value={value}
						onChange={({ currentTarget }) => onChange(currentTarget.value)}
					>
						{values.map((word) => (
							<option key={word} value={word}>
								{word}
							</option>
						))}
					</select>
				)}
			</Setting>
		</li>
	);
}
