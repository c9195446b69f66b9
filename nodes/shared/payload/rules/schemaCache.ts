/**
 * Builds a schema for each key when it is first asked for, and keeps it for as long as the key exists.
 * zod prepares a schema when it is built, which takes about as long as checking a hundred messages.
 */
export function schemaPerKey<Key extends object, Schema>(
	build: (key: Key) => Schema,
): (key: Key) => Schema {
	const schemas = new WeakMap<Key, Schema>();
	return (key) => {
		const known = schemas.get(key);
		if (known !== undefined) return known;
		const schema = build(key);
		schemas.set(key, schema);
		return schema;
	};
}

/** The same for the values of a few options, of which there are not many combinations. */
export function schemaPerOptions<Options extends object, Schema>(
	build: (options: Options) => Schema,
): (options: Options) => Schema {
	const schemas = new Map<string, Schema>();
	return (options) => {
		const key = JSON.stringify(options);
		const known = schemas.get(key);
		if (known !== undefined) return known;
		const schema = build(options);
		schemas.set(key, schema);
		return schema;
	};
}
