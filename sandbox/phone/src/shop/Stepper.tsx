import { useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from '../parts/IconButton.tsx';
import { NumberInput } from '../parts/NumberInput.tsx';
import { MOST } from '../state/cartRules.mts';

interface Props {
	name: string;
	quantity: number;
	onChange: (quantity: number) => void;
	/** 1 where another control removes the product. */
	least?: 0 | 1;
	/** It replaces a button that had the focus. */
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
			<NumberInput
				min={1}
				max={MOST}
				aria-label={`Quantity of ${name}`}
				value={quantity}
				onChange={(wanted) => {
					if (wanted < 1) return false;
					onChange(wanted);
					return true;
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
