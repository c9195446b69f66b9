/**
 * A schema for each key, built when it is asked for first: zod prepares what it will run, which takes
 * about as long as checking a hundred messages. A key that is an object is forgotten with it.
 */
export function builtOnce<Key, Schema>(build: (key: Key) => Schema): (key: Key) => Schema {
	const byObject = new WeakMap<object, Schema>();
	const byValue = new Map<Key, Schema>();
	return (key) => {
		const known = typeof key === 'object' && key !== null ? byObject.get(key) : byValue.get(key);
		if (known !== undefined) return known;
		const schema = build(key);
		if (typeof key === 'object' && key !== null) byObject.set(key, schema);
		else byValue.set(key, schema);
		return schema;
	};
}
