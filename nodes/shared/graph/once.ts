/** Reads something once for each key; keys are equal when their JSON is. */
export type Once = <T>(key: readonly unknown[], read: () => Promise<T>) => Promise<T>;

/** A new memory. A read that is under way is shared, and so is one that was rejected. */
export function onceForEach(): Once {
	const readings = new Map<string, Promise<unknown>>();
	return async <T>(key: readonly unknown[], read: () => Promise<T>): Promise<T> => {
		const name = JSON.stringify(key);
		const reading = readings.get(name) ?? read();
		readings.set(name, reading);
		return (await reading) as T;
	};
}
