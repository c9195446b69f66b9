import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
	id?: string;
	'aria-label'?: string;
	'aria-describedby'?: string;
	min: number | undefined;
	max: number | undefined;
	value: number;
	/** `false`: refused, and the field shows the old value again. */
	onChange: (wanted: number) => boolean;
}

/** A number that may also change elsewhere: a new value does not replace what is being typed. */
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
