/** The parts that a page reads separately. */
export const PARTS = [
	'chats',
	'catalog',
	'log',
	'troubles',
	'customers',
	'templates',
	'setup',
] as const;

export type Part = (typeof PARTS)[number];

type Listener = (parts: ReadonlySet<Part>) => void;

/** Tells listeners that something has changed: open pages, and the store that keeps the state. */
export class Changes {
	#listeners = new Set<Listener>();

	tell(...parts: Part[]): void {
		const changed = new Set(parts);
		for (const listener of this.#listeners) listener(changed);
	}

	/** Returns a function that ends it. */
	listen(listener: Listener): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
}
