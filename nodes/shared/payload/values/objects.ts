/** Whether a value has keys that can be read: an object or a list. */
export const isObject = (value: unknown): value is Record<PropertyKey, unknown> =>
	typeof value === 'object' && value !== null;

/** Whether a value is an object and no list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
	isObject(value) && !Array.isArray(value);
