import type { Run } from './run';

/** Numbers of input items: at least one. */
export type Items = readonly [number, ...number[]];

/** Input items that make one message together. */
export interface ItemGroup {
	items: Items;
}

/** Each input item makes a message of its own. */
export const eachItemAlone = (run: Run): ItemGroup[] =>
	run.input.map((_, item) => ({ items: [item] }));

/** @throws RangeError for an empty list: everything that is sent or reported comes from an item */
export function asItems([first, ...others]: readonly number[]): Items {
	if (first === undefined) throw new RangeError('There is no input item');
	return [first, ...others];
}
