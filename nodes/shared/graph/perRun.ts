import type { Graph } from './connection';

/** Reads something once for each run and key: a run has a Graph of its own. */
export function oncePerRun<T>(
	read: (graph: Graph, key: string) => Promise<T>,
): (graph: Graph, key: string) => Promise<T> {
	const runs = new WeakMap<Graph, Map<string, Promise<T>>>();
	return async (graph, key) => {
		const known = runs.get(graph) ?? new Map<string, Promise<T>>();
		runs.set(graph, known);
		const reading = known.get(key) ?? read(graph, key);
		known.set(key, reading);
		return await reading;
	};
}
