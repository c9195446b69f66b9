import type { Signal } from '@preact/signals';
import { Icon } from './Icon.tsx';

export function SearchField({ value }: { value: Signal<string> }) {
	return (
		<label class="field field-search">
			<span class="visually-hidden">Search products</span>
			<Icon name="search" size={18} />
			<input
				type="search"
				placeholder="Search by name or SKU"
				value={value.value}
				onInput={({ currentTarget }) => (value.value = currentTarget.value)}
			/>
		</label>
	);
}
