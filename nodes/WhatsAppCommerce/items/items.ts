/** Input items that make one message together, by their numbers: at least one. */
export type Items = readonly [number, ...number[]];

/** @throws RangeError for an empty list: whatever is sent or reported comes from an item */
export function asItems([first, ...others]: readonly number[]): Items {
	if (first === undefined) throw new RangeError('There is no input item');
	return [first, ...others];
}
