import { useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from '../parts/IconButton.tsx';
import { MOST } from '../state/cartRules.mts';

interface Props {
	name: string;
	quantity: number;
	onChange: (quantity: number) => void;
	/** It stands where a button had the focus. */
	takesFocus?: boolean;
}

export function Stepper({ name, quantity, onChange, takesFocus }: Props) {
	const more = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		if (takesFocus && document.activeElement === document.body)
			more.current?.querySelector<HTMLButtonElement>('button:last-of-type')?.focus();
	}, []);
	return (
		<div class="stepper" role="group" aria-label={`Quantity of ${name}`} ref={more}>
			<IconButton
				icon={quantity === 1 ? 'trash' : 'minus'}
				size={16}
				label={quantity === 1 ? `Remove ${name}` : `One ${name} less`}
				onClick={() => onChange(quantity - 1)}
			/>
			<input
				type="number"
				inputMode="numeric"
				min={1}
				max={MOST}
				aria-label={`Quantity of ${name}`}
				value={quantity}
				onChange={({ currentTarget }) => {
					// An empty or odd entry leaves the quantity as it was.
					const wanted = currentTarget.valueAsNumber;
					if (wanted >= 1) onChange(wanted);
					currentTarget.value = String(wanted >= 1 ? Math.min(MOST, Math.trunc(wanted)) : quantity);
				}}
			/>
			<IconButton
				icon="plus"
				size={16}
				label={`One ${name} more`}
				disabled={quantity >= MOST}
				onClick={() => onChange(quantity + 1)}
			/>
		</div>
	);
}
