import type { Trouble } from '../api/types.mts';
import { NumberInput } from '../parts/NumberInput.tsx';
import { Setting } from '../parts/Setting.tsx';
import { Switch } from '../parts/Switch.tsx';
import { setTrouble } from '../state/troubles.mts';

export function TroubleControl({ trouble }: { trouble: Trouble }) {
	const { name, label, explanation, kind, choices = [], value } = trouble;
	if (kind === 'switch') {
		// The first position is the ordinary one.
		const [usual, other] = choices;
		return (
			<Switch
				label={label}
				explanation={explanation}
				on={usual ? value !== usual.value : value !== trouble.default}
				state={choices.find((choice) => choice.value === value)?.label ?? ''}
				onChange={(on) => setTrouble(name, (on ? other?.value : usual?.value) ?? on)}
			/>
		);
	}
	return (
		<Setting label={label} explanation={explanation}>
			{(id, why) =>
				kind === 'choice' ? (
					<select
						id={id}
						aria-describedby={why}
						value={String(value)}
						onChange={({ currentTarget }) => {
							const chosen = choices.find((choice) => String(choice.value) === currentTarget.value);
							if (chosen) void setTrouble(name, chosen.value);
						}}
					>
						{choices.map((choice) => (
							<option key={String(choice.value)} value={String(choice.value)}>
								{choice.label}
							</option>
						))}
					</select>
				) : (
					<NumberField id={id} why={why} trouble={trouble} />
				)
			}
		</Setting>
	);
}

function NumberField({ id, why, trouble }: { id: string; why: string; trouble: Trouble }) {
	const { name, min, max, unit, value } = trouble;
	return (
		<>
			<NumberInput
				id={id}
				aria-describedby={why}
				min={min}
				max={max}
				value={Number(value)}
				onChange={(wanted) => {
					void setTrouble(name, wanted);
					return true;
				}}
			/>
			<span class="setting-unit">{unit}</span>
		</>
	);
}
