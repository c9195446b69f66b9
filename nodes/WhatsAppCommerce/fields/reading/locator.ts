/** n8n unwraps a resource locator only at the top level of a node, not inside a collection. */
export function locatorValue(locator: unknown): unknown {
	return typeof locator === 'object' && locator !== null && 'value' in locator
		? locator.value
		: locator;
}
