import { type GraphRefusal, parameterRefusal } from '../../rules/refusal/refusal.mts';
import { NUMBER_FIELDS, TEXT_FIELDS } from './filterFields.mts';
import type { Product } from '../../world/catalog/product.mts';

type Test = (product: Product) => boolean;
type Operator<Value> = (actual: Value, wanted: Value) => boolean;

const DEEPEST = 20; // no limit is known; this one only protects the stack

/** The operators of facts 6.2. `contains` is case-sensitive, `i_contains` is not. */
const TEXT_OPERATORS: Record<string, Operator<string>> = {
	eq: (actual, wanted) => actual === wanted,
	neq: (actual, wanted) => actual !== wanted,
	contains: (actual, wanted) => actual.includes(wanted),
	not_contains: (actual, wanted) => !actual.includes(wanted),
	i_contains: (actual, wanted) => actual.toLowerCase().includes(wanted.toLowerCase()),
	i_not_contains: (actual, wanted) => !actual.toLowerCase().includes(wanted.toLowerCase()),
	starts_with: (actual, wanted) => actual.startsWith(wanted),
};

const NUMBER_OPERATORS: Record<string, Operator<number>> = {
	eq: (actual, wanted) => actual === wanted,
	neq: (actual, wanted) => actual !== wanted,
	lt: (actual, wanted) => actual < wanted,
	lte: (actual, wanted) => actual <= wanted,
	gt: (actual, wanted) => actual > wanted,
	gte: (actual, wanted) => actual >= wanted,
};

/** Reads `filter`, the JSON text of the query parameter; a bad one is Meta's code 100. */
export function readFilter(text: unknown): Test {
	let parsed: unknown;
	try {
		parsed = typeof text === 'string' ? JSON.parse(text) : text;
	} catch {
		throw bad('it is not valid JSON');
	}
	return testOf(parsed, 0);
}

function testOf(rule: unknown, depth: number): Test {
	if (depth > DEEPEST) throw bad('it is nested too deeply');
	const [field, condition] = onlyEntry(rule, 'a rule');
	if (field === 'and' || field === 'or') {
		if (!Array.isArray(condition) || condition.length === 0)
			throw bad(`"${field}" takes a list of rules`);
		const tests = condition.map((inner) => testOf(inner, depth + 1));
		return field === 'and'
			? (product) => tests.every((test) => test(product))
			: (product) => tests.some((test) => test(product));
	}
	const [operator, wanted] = onlyEntry(condition, `"${field}"`);
	// Facts 6.2 names `starts_with` for category alone.
	if (operator === 'starts_with' && field !== 'category')
		throw bad('"starts_with" works on category only');
	const text = own(TEXT_FIELDS, field);
	if (text) return comparison(text, TEXT_OPERATORS, field, operator, wanted, asText);
	const number = own(NUMBER_FIELDS, field);
	if (number) return comparison(number, NUMBER_OPERATORS, field, operator, wanted, asNumber);
	throw bad(`unknown field "${field}"`);
}

function comparison<Value>(
	read: (product: Product) => Value,
	operators: Record<string, Operator<Value>>,
	field: string,
	operator: string,
	wanted: unknown,
	convert: (value: unknown, field: string) => Value,
): Test {
	if (operator === 'is_any' || operator === 'is_not_any') {
		if (!Array.isArray(wanted) || wanted.length === 0)
			throw bad(`"${operator}" takes a list of values`);
		const values = new Set(wanted.map((value) => convert(value, field)));
		return (product) => values.has(read(product)) === (operator === 'is_any');
	}
	const compare = own(operators, operator);
	if (!compare) throw bad(`operator "${operator}" does not work on "${field}"`);
	const value = convert(wanted, field);
	return (product) => compare(read(product), value);
}

/**
 * Each rule has one key. Whether Meta joins several keys of one object is not in the fact sheet, so they are refused; `and` is explicit.
 */
function onlyEntry(value: unknown, what: string): [string, unknown] {
	const entries =
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? Object.entries(value)
			: [];
	const [entry, ...others] = entries;
	if (!entry || others.length > 0) throw bad(`${what} must be an object with exactly one key`);
	return entry;
}

function asText(value: unknown, field: string): string {
	if (typeof value !== 'string' && typeof value !== 'number')
		throw bad(`"${field}" is compared with text`);
	return String(value);
}

function asNumber(value: unknown, field: string): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isFinite(number))
		throw bad(`"${field}" is compared with a number`);
	return number;
}

function own<Value>(table: Record<string, Value>, key: string): Value | undefined {
	return Object.hasOwn(table, key) ? table[key] : undefined;
}

function bad(why: string): GraphRefusal {
	return parameterRefusal(`Param filter must be a valid product filter: ${why}`);
}
