import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
	id?: string;
	'aria-label'?: string;
	'aria-describedby'?: string;
	min: number | undefined;
	max: number | undefined;
	value: number;
	/** `false`: not taken, the field goes back to what it was. */
	onChange: (wanted: number) => boolean;
}

/** A number that may change meanwhile from elsewhere: what is being typed is left alone until it is done. */
export function NumberInput({ value, onChange, ...rest }: Props) {
	const field = useRef<HTMLInputElement>(null);
	const typing = useRef(false);
	const show = () => {
		typing.current = false;
		if (field.current) field.current.value = String(value);
	};
	useLayoutEffect(() => {
		if (!typing.current) show();
	});
	return (
		<input
			{...rest}
			ref={field}
			type="number"
			inputMode="numeric"
			onInput={() => (typing.current = true)}
			onBlur={() => (typing.current = false)}
			onChange={({ currentTarget }) => {
				typing.current = false;
				const wanted = currentTarget.valueAsNumber;
				if (!Number.isFinite(wanted) || !onChange(wanted)) show();
			}}
		/>
	);
}
