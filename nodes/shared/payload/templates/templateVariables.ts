import { z } from 'zod/v4';

import { LIMITS } from '../limits';
import { report } from '../rules/rules';
import { codePointCount, isBlank, textLike } from '../values/text';
import { filled, type ProductTemplate, type TemplateText } from './productTemplate';

/** The texts of a template that can have variables. */
const PLACES = ['header', 'body'] as const;
export type Place = (typeof PLACES)[number];

/** The key under which a builder gives the value of a variable: `body_1`, `header_name`. */
const variableKey = (place: Place, name: string): string => `${place}_${name}`;

/** All variables of a template, with the text that contains them. */
export const variablesOf = (template: ProductTemplate) =>
	PLACES.flatMap((place) => {
		const within = template[place];
		return (within?.variables ?? []).map((name) => ({
			key: variableKey(place, name),
			place,
			name,
			text: within?.text ?? '',
		}));
	});

/** The value of each variable, by its key. */
export type Values = Record<string, string>;

/** Exactly the variables of the template, each with a text. Meta counts them: facts 3, 132000. */
export const variablesInput = (template: ProductTemplate) =>
	z.preprocess(
		(value) => value ?? {},
		z.record(z.string(), z.unknown()).transform((given, ctx): Values => {
			const wanted = variablesOf(template);
			for (const key of Object.keys(given)) {
				if (wanted.some((one) => one.key === key) || textLike(given[key]) === '') continue;
				report(ctx, { rule: 'unknownVariable', name: key, known: wanted.map((one) => one.key) });
			}
			const values = Object.fromEntries(
				wanted.map(({ key, text }) => {
					const value = textLike(given[key]);
					if (typeof value !== 'string') report(ctx, { rule: 'notText', given: value }, [key]);
					else if (isBlank(value)) report(ctx, { rule: 'variableMissing', text }, [key]);
					return [key, String(value)];
				}),
			);
			for (const place of PLACES) checkLength(ctx, template, place, values);
			return values;
		}),
	);

/** The limit holds for the text with its variables filled in. Facts 1.6, 3 (132005). */
function checkLength(
	ctx: z.RefinementCtx,
	template: ProductTemplate,
	place: Place,
	values: Values,
): void {
	const within = template[place];
	if (!within || within.variables.length === 0) return;
	const max = maxAt(place);
	const room = roomFor(template, place, values);
	if (room < 0) report(ctx, { rule: 'filledTooLong', place, actual: max - room, max });
}

const maxAt = (place: Place) => (place === 'header' ? LIMITS.headerText : LIMITS.bodyText);

/** Code points left in a text with these values; below zero when it is too long. */
export const roomFor = (template: ProductTemplate, place: Place, values: Values): number =>
	maxAt(place) - codePointCount(filledAt(template, place, values) ?? '');

/** The values of one text, by the names of its variables. */
export const valuesAt = (place: Place, { variables }: TemplateText, values: Values) =>
	new Map(variables.map((name) => [name, values[variableKey(place, name)] ?? '']));

/** A text of the template with its variables filled in. */
export function filledAt(template: ProductTemplate, place: Place, values: Values): string | null {
	const within = template[place];
	return within && filled(within, valuesAt(place, within, values));
}
