/** The element of a list that has no other one; undefined when there are none or several. */
export const onlyOne = <T>(list: readonly T[]): T | undefined =>
	list.length === 1 ? list[0] : undefined;
