import type { ButtonHTMLAttributes } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

interface Props extends Omit<ButtonHTMLAttributes, 'icon'> {
	icon: IconName;
	label: string;
	size?: number;
}

export function IconButton({ icon, label, size = 20, class: extra, ...rest }: Props) {
	return (
		<button
			type="button"
			aria-label={label}
			title={label}
			{...rest}
			class={`icon-button ${(extra as string | undefined) ?? ''}`}
		>
			<Icon name={icon} size={size} />
		</button>
	);
}
