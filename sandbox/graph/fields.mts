import { optionalList } from '../rules/parameters.mts';
import type { Parameters } from '../rules/parameters.mts';
import { unknownFieldRefusal } from '../rules/refusal/refusal.mts';

/** The fields of a Graph node; each is computed only when it is asked for. */
export type Fields = Record<string, () => unknown>;

/** Applies `?fields=a,b`; `id` is always included, as at Meta. */
export function pickFields(
	fields: Fields,
	parameters: Parameters,
	nodeType: string,
	defaults: string[],
): Record<string, unknown> {
	const wanted = optionalList(parameters, 'fields') ?? defaults;
	const node: Record<string, unknown> = {};
	for (const name of [...wanted, 'id']) {
		const make = Object.hasOwn(fields, name) ? fields[name] : undefined;
		if (!make) throw unknownFieldRefusal(name, nodeType);
		const value = make();
		// Graph leaves out fields that have no value.
		if (value !== undefined) node[name] = value;
	}
	return node;
}
