import { messageRefusal } from '../refusal/refusal.mts';
import type { ParameterFormat } from '../../world/templates/template.mts';
import { fill, variablesIn } from '../../world/templates/variables.mts';
import { lengthOf } from '../limits.mts';
import { onlyKeys, stringAt } from '../shape.mts';
import type { Shape } from '../shape.mts';
import type { SentParameters } from './parts.mts';

/** Puts the sent values into a text of the template; `part` is its name in refusals. */
export function filledText(
	text: string,
	{ list, path }: SentParameters,
	format: ParameterFormat,
	part: string,
	most: number,
): string {
	const names = variablesIn(text);
	for (const parameter of list) checkType(parameter, 'text', part);
	if (list.length !== names.length)
		throw messageRefusal(
			132000,
			`${part}: number of localizable_params (${list.length}) does not match the expected number of params (${names.length})`,
		);
	const values = new Map(
		list.map((parameter, place) => {
			const at = `${path}[${place}]`;
			onlyKeys(parameter, at, ['type', 'text', 'parameter_name']);
			const name = nameOf(parameter, place, names, format, part);
			return [name, textOf(parameter, at)];
		}),
	);
	if (values.size < names.length)
		throw messageRefusal(132012, `${part}: a parameter_name is given twice.`);
	const filled = fill(text, values);
	const length = lengthOf(filled);
	if (length > most)
		throw messageRefusal(132005, `${part}: translated text too long: ${length}. Max: ${most}`);
	return filled;
}

/** Facts 3, code 132012: the parameter is of another kind than the template has there. */
export function checkType(parameter: Shape, expected: string, part: string): void {
	const type = stringAt(parameter.type, `${part}['type']`);
	if (type !== expected)
		throw messageRefusal(
			132012,
			`${part}: Format mismatch, expected ${expected.toUpperCase()}, received ${type.toUpperCase()}`,
		);
}

/** Which code Meta gives to a wrong or missing name is not known; 132012 is the one for a format that does not match. */
function nameOf(
	{ parameter_name: given }: Shape,
	place: number,
	names: string[],
	format: ParameterFormat,
	part: string,
): string {
	if (format === 'POSITIONAL') {
		if (given !== undefined)
			throw messageRefusal(
				132012,
				`${part}: the template has positional parameters, so there can be no parameter_name.`,
			);
		return String(place + 1);
	}
	if (typeof given !== 'string' || !names.includes(given))
		throw messageRefusal(
			132012,
			`${part}: parameter_name must be one of ${names.join(', ')} - got ${JSON.stringify(given) ?? 'nothing'}.`,
		);
	return given;
}

function textOf({ text }: Shape, at: string): string {
	if (text === undefined || text === null || text === '')
		throw messageRefusal(131008, `${at}: Parameter of type text is missing text value`);
	return stringAt(text, `${at}['text']`);
}
