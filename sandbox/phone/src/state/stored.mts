import { effect, signal, type Signal } from '@preact/signals';

/** A signal that outlives the page and is the same in every tab. */
export function stored<T>(name: string, fallback: T): Signal<T> {
	const key = `sandbox-phone.${name}`;
	const read = (text: string | null): T => {
		try {
			return text === null ? fallback : (JSON.parse(text) as T);
		} catch {
			return fallback;
		}
	};
	const value = signal(read(localStorage.getItem(key)));
	effect(() => localStorage.setItem(key, JSON.stringify(value.value)));
	addEventListener('storage', (event) => {
		if (event.key === key) value.value = read(event.newValue);
	});
	return value;
}
