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
