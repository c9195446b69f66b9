import { useId } from 'preact/hooks';
import type { Trouble } from '../api/types.mts';
import { NumberInput } from '../parts/NumberInput.tsx';
import { Switch } from '../parts/Switch.tsx';
import { setTrouble } from '../state/troubles.mts';

export function TroubleControl({ trouble }: { trouble: Trouble }) {
	const { name, label, explanation, kind, choices = [], value } = trouble;
	if (kind === 'switch') {
		// The ordinary position stands first.
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
		<Described trouble={trouble}>
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
		</Described>
	);
}

function Described(props: {
	trouble: Trouble;
	children: (id: string, why: string) => preact.ComponentChildren;
}) {
	const id = useId();
	return (
		<div class="setting">
			<label class="setting-label" for={id}>
				{props.trouble.label}
			</label>
			<p class="setting-explanation" id={`${id}-why`}>
				{props.trouble.explanation}
			</p>
			<span class="setting-control">{props.children(id, `${id}-why`)}</span>
		</div>
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
