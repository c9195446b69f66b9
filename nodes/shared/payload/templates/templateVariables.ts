import { z } from 'zod/v4';

import { LIMITS } from '../limits';
import { onOneLine, type LineBreaks } from '../rules/oneLine';
import { report } from '../rules/rules';
import { codePointCount, isBlank, textLike, trimmed } from '../values/text';
import type { ProductTemplate } from './productTemplate';
import { filled, type TemplateText } from './templateText';

/** The texts of a template that can have variables. */
const PLACES = ['header', 'body'] as const;
export type Place = (typeof PLACES)[number];

/** What a send of a template fills in. */
export interface TemplateVariable {
	/** Under which a builder gives its value: `body_1`, `header_name`, `header_image`, `button_2`, `card_2`. */
	key: string;
	/** A text, the file in the header, or a button: of the message, or of each card. */
	place: Place | 'media' | 'button' | 'card';
	/** Its name in the text, the kind of the file, or the position of the button from 1. */
	name: string;
	/** The text or the address that contains it; empty for a file. */
	text: string;
}

const variableKey = (place: Place, name: string): string => `${place}_${name}`;

/** The key of the ending of a button's address; the first one of a card has a field of its own. */
export const linkKey = (place: 'button' | 'card', index: number): string => `${place}_${index + 1}`;

/** The key of the file in the header. */
export const mediaKey = (kind: string): string => `header_${kind}`;

/** Everything that a send of the template fills in, but for products and the first address of each card. */
export function variablesOf(template: ProductTemplate): TemplateVariable[] {
	const { headerMedia, links, cardLinks } = template;
	const inTexts = PLACES.flatMap((place) =>
		(template[place]?.variables ?? []).map((name) => ({
			key: variableKey(place, name),
			place,
			name,
			text: template[place]?.text ?? '',
		})),
	);
	const inButtons = (place: 'button' | 'card', buttons: typeof links) =>
		buttons.map(({ index, url }) => ({
			key: linkKey(place, index),
			place,
			name: String(index + 1),
			text: url,
		}));
	return [
		...(headerMedia === null
			? []
			: [{ key: mediaKey(headerMedia), place: 'media' as const, name: headerMedia, text: '' }]),
		...inTexts,
		...inButtons('button', links),
		...inButtons('card', cardLinks.slice(1)),
	];
}

/** The value of each variable, by its key. */
export type Values = Record<string, string>;

/** The values as they are sent. */
export interface Filling {
	values: Values;
	/** Keys of those that were given in several lines. */
	folded: string[];
}

/** Exactly the variables of the template, each with a value. Meta counts them: facts 3, 132000. */
export const variablesInput = (template: ProductTemplate, lineBreaks: LineBreaks) =>
	z.preprocess(
		(value) => value ?? {},
		z.record(z.string(), z.unknown()).transform((given, ctx): Filling => {
			const wanted = variablesOf(template);
			for (const key of Object.keys(given)) {
				if (wanted.some((one) => one.key === key) || textLike(given[key]) === '') continue;
				report(ctx, { rule: 'unknownVariable', name: key, known: wanted.map((one) => one.key) });
			}
			const lines = wanted.map((one) => ({
				key: one.key,
				...readValue(one, given[one.key], lineBreaks, ctx),
			}));
			const values = Object.fromEntries(lines.map(({ key, text }) => [key, text]));
			for (const place of PLACES) checkLength(ctx, template, place, values);
			return { values, folded: lines.filter((one) => one.isFolded).map(({ key }) => key) };
		}),
	);

/** An address that Meta can load a file from, or the ID of one that was uploaded. Facts 1.14. */
const MEDIA_ADDRESS = /^(https?:\/\/\S+|\d{1,32})$/i;

/** One value in one line, which Meta wants of every text that fills a template (facts 17.6). */
function readValue(
	{ key, place, name, text }: TemplateVariable,
	given: unknown,
	lineBreaks: LineBreaks,
	ctx: z.RefinementCtx,
): { text: string; isFolded: boolean } {
	const value = textLike(given);
	if (typeof value !== 'string') {
		report(ctx, { rule: 'notText', given: value }, [key]);
		return { text: '', isFolded: false };
	}
	if (place === 'media') {
		const address = trimmed(value);
		if (!MEDIA_ADDRESS.test(address)) {
			report(ctx, { rule: 'mediaAddress', given: address, kind: name }, [key]);
		}
		return { text: address, isFolded: false };
	}
	const line = onOneLine(value);
	if (isBlank(line.text)) report(ctx, { rule: 'variableMissing', text }, [key]);
	if (line.isFolded && lineBreaks === 'fail') report(ctx, { rule: 'notOneLine' }, [key]);
	const length = place === 'button' || place === 'card' ? codePointCount(line.text) : 0;
	if (length > LIMITS.urlSuffix) {
		report(ctx, { rule: 'tooLong', actual: length, max: LIMITS.urlSuffix }, [key]);
	}
	return line;
}

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
