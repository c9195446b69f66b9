import { hueOf, initialsOf } from '../format/customer.mts';
import { Icon } from './Icon.tsx';

export function CustomerAvatar({ id, name }: { id: string; name: string }) {
	return (
		<span class="avatar" style={{ '--hue': hueOf(id) }} aria-hidden="true">
			{initialsOf(name)}
		</span>
	);
}

export function BusinessAvatar() {
	return (
		<span class="avatar avatar-business" aria-hidden="true">
			<Icon name="bag" size={22} />
		</span>
	);
}
