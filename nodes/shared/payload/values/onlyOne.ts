/** The element of a list that has exactly one, else undefined. */
export const onlyOne = <T>(list: readonly T[]): T | undefined =>
	list.length === 1 ? list[0] : undefined;
