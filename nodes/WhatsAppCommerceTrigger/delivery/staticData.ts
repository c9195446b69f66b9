import { sleep, type IDataObject } from 'n8n-workflow';

/*
 * Two quirks of how n8n saves the static data of a workflow, as tried on n8n 2.41.1. n8n saves it once
 * the run of a delivery is stored, as a whole, and only if it counts as changed; of parallel deliveries
 * the last one to be saved wins.
 */

/** Milliseconds until n8n is told a second time that static data has changed; each further time twice as long. */
const TELL_AGAIN_MS = 1;

/** Milliseconds after which n8n is not told again. */
const TELL_UNTIL_MS = 60_000;

/**
 * Sets a text of static data that is put together only when n8n saves it, so that it holds what other
 * deliveries have brought meanwhile: n8n saves JSON, and JSON asks `toJSON`.
 *
 * On the way to saving n8n forgets that the data has changed: it makes another Workflow of the same
 * data, which begins as unchanged. So it is set again and again until `stop` is called; several queries
 * of n8n's database lie between the two moments.
 *
 * @returns `stop`, to be called when the delivery is over
 */
export function setWhenSaved(
	staticData: IDataObject,
	name: string,
	text: () => string,
): { stop(): void } {
	const value = { toJSON: text };
	let isOver = false;
	const repeat = async () => {
		for (let gap = TELL_AGAIN_MS; !isOver && gap < TELL_UNTIL_MS; gap *= 2) {
			staticData[name] = value;
			await sleep(gap);
		}
	};
	void repeat();
	return {
		stop() {
			isOver = true;
		},
	};
}
