import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

export function Empty(props: { icon: IconName; title: string; children?: ComponentChildren }) {
	return (
		<div class="empty">
			<span class="empty-icon">
				<Icon name={props.icon} size={26} />
			</span>
			<p class="empty-title">{props.title}</p>
			{props.children}
		</div>
	);
}
