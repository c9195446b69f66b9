import { messageRefusal } from '../refusal/refusal.mts';
import { demandGiven, objectAt, onlyKeys, stringAt } from '../shape.mts';
import type { Shape } from '../shape.mts';

export interface SentParameters {
	list: Shape[];
	/** Their place in the payload, whether they are there or missing. */
	path: string;
}

export interface SentButton extends SentParameters {
	/** In capitals: the fact sheet shows both `mpm` and `CATALOG` (facts 1.6, 1.8). */
	subType: string;
	index: number;
}

/** What a send fills in, sorted by the component it belongs to. */
export interface SentParts {
	header: SentParameters;
	body: SentParameters;
	buttons: SentButton[];
	/** Undefined when there is no carousel component. */
	cards: unknown;
	path: string;
}

/** Reads `components` of a template, or of one of its cards; a missing list is the same as an empty one. */
export function readParts(value: unknown, path: string, allowed: string[]): SentParts {
	const parts: SentParts = {
		header: { list: [], path: `${path}['header']` },
		body: { list: [], path: `${path}['body']` },
		buttons: [],
		cards: undefined,
		path,
	};
	const seen = new Set<string>();
	for (const [place, item] of listOf(value, path).entries()) {
		const at = `${path}[${place}]`;
		const component = objectAt(item, at);
		const type = stringAt(component.type, `${at}['type']`);
		if (!allowed.includes(type))
			throw messageRefusal(
				131009,
				`${at}['type'] must be one of ${allowed.join(', ')} - got "${type}".`,
			);
		if (type !== 'button' && seen.has(type))
			throw messageRefusal(131009, `${at}: there can be only one component of type ${type}.`);
		seen.add(type);
		read(parts, type, component, at);
	}
	return parts;
}

function read(parts: SentParts, type: string, component: Shape, at: string): void {
	if (type === 'carousel') {
		onlyKeys(component, at, ['type', 'cards']);
		demandGiven(component.cards, `${at}['cards']`);
		parts.cards = component.cards;
	} else if (type === 'button') {
		onlyKeys(component, at, ['type', 'sub_type', 'index', 'parameters']);
		const subType = stringAt(component.sub_type, `${at}['sub_type']`).toUpperCase();
		const index = indexAt(component.index, `${at}['index']`);
		parts.buttons.push({ subType, index, ...parametersOf(component, at) });
	} else {
		onlyKeys(component, at, ['type', 'parameters']);
		parts[type as 'header' | 'body'] = parametersOf(component, at);
	}
}

function parametersOf(component: Shape, at: string): SentParameters {
	const path = `${at}['parameters']`;
	return {
		list: listOf(component.parameters, path).map((item, place) =>
			objectAt(item, `${path}[${place}]`),
		),
		path,
	};
}

function listOf(value: unknown, path: string): unknown[] {
	if (value === undefined || value === null) return [];
	if (!Array.isArray(value)) throw messageRefusal(100, `Param ${path} must be an array.`);
	return value;
}

/** A number in the examples of the fact sheet; clients also send it as text. */
function indexAt(value: unknown, path: string): number {
	demandGiven(value, path);
	const index = typeof value === 'string' && /^\d$/.test(value) ? Number(value) : value;
	if (typeof index !== 'number' || !Number.isInteger(index) || index < 0)
		throw messageRefusal(100, `Param ${path} must be an integer.`);
	return index;
}
