import { useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from '../parts/IconButton.tsx';
import { MOST } from '../state/cartRules.mts';

interface Props {
	name: string;
	quantity: number;
	onChange: (quantity: number) => void;
	/** 1 where something else removes it. */
	least?: 0 | 1;
	/** It stands where a button had the focus. */
	takesFocus?: boolean;
}

export function Stepper({ name, quantity, onChange, least = 0, takesFocus }: Props) {
	const more = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		if (takesFocus && document.activeElement === document.body)
			more.current?.querySelector<HTMLButtonElement>('button:last-of-type')?.focus();
	}, []);
	const removes = quantity === 1 && least === 0;
	return (
		<div class="stepper" role="group" aria-label={`Quantity of ${name}`} ref={more}>
			<IconButton
				icon={removes ? 'trash' : 'minus'}
				size={16}
				label={removes ? `Remove ${name}` : `One ${name} less`}
				disabled={quantity <= least}
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
