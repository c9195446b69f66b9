import type { z } from 'zod/v4';

import { LABELS } from './labels';
import { phoneSentence } from './phones/phoneSentence';
import { brokenRuleIn, type BrokenRule, type Schema } from './rules/rules';
import { readSections } from './sections/readSections';
import { isObject } from './values/objects';
import { preview } from './values/text';

/** One thing that is wrong with the builder's input, as a sentence that says how to fix it. */
export interface Problem {
	/** Where it is, in the builder's words: `Section 2 ("Fruit") › Title`. */
	field: string;
	sentence: string;
	/** How many problems it stands for, when more than one. */
	count?: number;
}

export type Validated<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/**
 * Checks `input` against `schema` and tells every problem at once. The only place where a zod issue
 * becomes a sentence; it relies on no default message, since each version of zod words its own.
 */
export function validate<T>(schema: Schema<T>, input: unknown): Validated<T> {
	return checked(schema, input, []);
}

/** The same for the value of a single field, given by its name. */
export function validateField<T>(name: string, schema: Schema<T>, value: unknown): Validated<T> {
	return checked(schema, value, [name]);
}

/** @param at path of the value that the schema is for */
function checked<T>(schema: Schema<T>, value: unknown, at: string[]): Validated<T> {
	const result = schema.safeParse(value);
	if (result.success) return { ok: true, value: result.data };
	const [field] = at;
	const input = field === undefined ? readable(value) : { [field]: value };
	const { issues } = result.error;
	const problems = issues
		.slice(0, MAX_PROBLEMS)
		.map((issue) => describe(issue, [...at, ...issue.path], input));
	const more = issues.length - problems.length;
	if (more > 0) problems.push({ field: 'The message', sentence: `And ${more} more.`, count: more });
	return { ok: false, problems };
}

/** Nobody reads more sentences than this. */
const MAX_PROBLEMS = 20;

/** The input with its sections as a list, so that a path into them finds the given value. */
function readable(input: unknown): unknown {
	if (typeof input !== 'object' || input === null || !('sections' in input)) return input;
	try {
		return { ...input, sections: readSections(input.sections) };
	} catch {
		return input; // not JSON: the only problem with sections is the syntax itself
	}
}

type Path = PropertyKey[];

function describe(issue: z.ZodIssue, path: Path, input: unknown): Problem {
	const field = fieldLabel(path, input);
	const broken = brokenRuleIn(issue);
	if (broken) return { field, sentence: `${field} ${ruleSentence(broken, valueAt(input, path))}` };
	return { field, sentence: `${field} ${shapeSentence(issue, valueAt(input, path))}` };
}

function ruleSentence(broken: BrokenRule, given: unknown): string {
	switch (broken.rule) {
		case 'missing':
			return `is empty. ${broken.hint}`;
		case 'tooLong':
			return (
				`has ${broken.actual} characters, at most ${broken.max} are allowed: ` +
				`shorten "${preview(String(given))}" by ${broken.actual - broken.max}.`
			);
		case 'notAnId':
			return `is "${preview(broken.given)}", which is not an ID. IDs have digits only, for example ${broken.example}.`;
		case 'notAMessageId':
			return `is "${preview(broken.given)}", which is not a message ID. Use the ID as a webhook or an earlier send gave it, for example wamid.HBgL….`;
		case 'controlCharacter':
			return `contains a control character, such as a line break. Give one ${broken.what}, without it.`;
		case 'notOneLine':
			return `holds a line break, a tab or more than four blanks in a row, which WhatsApp does not take there. Write it in one line, or choose ${LABELS.lineBreaks} → Write in One Line.`;
		case 'formatted':
			return `holds "${preview(broken.formatted)}". WhatsApp formats no header: write it without the *, _ or ~ around it.`;
		case 'notText':
			return `is ${kindOf(broken.given)}. It must be a text.`;
		case 'customerWithoutIdentity':
			return 'is an object with neither a user ID nor a phone number. Give the customer of the trigger, or one of the two as a text.';
		case 'notList':
			return `is ${kindOf(broken.given)}. It must be a list.`;
		case 'phoneMissing':
		case 'phoneCharacters':
		case 'phoneNational':
		case 'phoneTrunkZero':
		case 'phoneExtension':
		case 'phoneRounded':
		case 'phoneNobody':
		case 'phoneDigits':
		case 'phoneCallingCode':
		case 'phoneImpossible':
		case 'phoneAmbiguous':
			return phoneSentence(broken);
		case 'notACountry':
			return `is "${preview(broken.given)}", which is no country with phone numbers. Choose one from the list, or enter its two letters, for example DE.`;
		case 'userIdShape':
			return `is "${preview(broken.given)}", which is not a business-scoped user ID. One looks like US.13491208655302741918: two capital letters, a dot, then letters and digits.`;
		case 'noSections':
			return 'has no section. Add one with at least one product.';
		case 'tooManySections':
			return `has ${broken.actual} sections, at most ${broken.max} are allowed in one message. Remove ${broken.actual - broken.max}, or choose Overflow → Split to send several messages.`;
		case 'tooManyProducts':
			return `has ${broken.actual} products, at most ${broken.max} are allowed in one message, over all sections. Remove ${broken.actual - broken.max}, or choose Overflow → Split to send several messages.`;
		case 'tooFewCards':
			return `has ${broken.actual === 1 ? 'one product' : `${broken.actual} products`}, a carousel takes ${broken.min} to ${broken.max}. Add some, or send a single-product message.`;
		case 'tooManyCards':
			return `has ${broken.actual} products, a carousel takes at most ${broken.max}. Remove ${broken.actual - broken.max}, choose Overflow → Split, or send a multi-product message.`;
		case 'sectionEmpty':
			return 'has no products. Add at least one SKU, or remove the section.';
		case 'sectionTitleMissing':
			return `is empty. With more than one section each needs a title of 1 to ${broken.max} characters.`;
		case 'skusTwice':
			return 'has both "skus" and "product_items". Keep one of them.';
		case 'variableMissing':
			return `is empty. The template needs a text there: "${preview(broken.text, 80)}".`;
		case 'mediaAddress':
			return `${broken.given === '' ? 'is empty' : `is "${preview(broken.given)}"`}. The template shows a file of the kind ${broken.kind} there: give its address, which begins with https://, or its media ID of digits.`;
		case 'unknownVariable':
			return `has a value for "${preview(broken.name)}", which the template does not have. ${broken.known.length === 0 ? 'It has no variables.' : `Its variables: ${broken.known.join(', ')}.`}`;
		case 'filledTooLong':
			return `make the ${broken.place} ${broken.actual} characters long, at most ${broken.max} are allowed: shorten a value by ${broken.actual - broken.max}.`;
		case 'templateName':
			return `is "${preview(broken.given)}". Use lower-case letters, digits and underscores, for example weekly_list.`;
		case 'languageCode':
			return `is "${preview(broken.given)}". Use Meta's code of a language, for example en_US, de or pt_BR.`;
		case 'headerVariables':
			return 'has several variables, a header takes one. Move the others to Body Text.';
		case 'footerVariables':
			return 'has a variable, but a footer stays as it is. Move the variable to Body Text.';
		case 'variableNumbers':
			return `has the variables ${broken.names.map((name) => `{{${name}}}`).join(', ')}. Number them from {{1}} on, without a gap.`;
		case 'exampleCount':
			return `holds ${broken.actual === 1 ? 'one value' : `${broken.actual} values`} for ${broken.wanted === 1 ? 'one variable' : `${broken.wanted} variables`}. Give one for each, in the order of header and body.`;
		case 'noSkuColumn':
			return `is a table without a column that is known to hold the SKUs. ${broken.headings.length === 0 ? 'It names no columns' : `Its headings: ${named(broken.headings)}`}. Write "SKU" above the column of the SKUs (content IDs).`;
		case 'noSectionColumn':
			return `has a first row that names no Section column: ${named(broken.unknown)} is not known. Name the two columns "Section" and "SKU" there, and leave out what is neither of them.`;
		case 'noHeadings':
			return `looks like a table of ${broken.columns} columns without headings. Put a first row above it with "SKU" over the column of the SKUs, or leave out the other columns.`;
		case 'skuListColumns':
			return `has ${broken.actual} columns in row ${broken.row}. Paste section and SKU only, or put a first row above that names these two columns "Section" and "SKU".`;
		case 'notAChoice':
			return `is "${preview(broken.given)}", which it does not offer. Use one of: ${broken.choices.map(({ name, value }) => `${String(value)} (${name})`).join(', ')}.`;
		case 'notWhole':
			return `is "${preview(broken.given)}". Enter a whole number from 1.`;
		case 'notAPrice':
			return `is "${preview(broken.given)}". Enter a number such as 9.90, without a currency.`;
		case 'notJson':
			return `cannot be read as JSON: ${broken.reason}. Check for a missing quote, comma or bracket there.`;
	}
}

/** Headings in a sentence: a shop's export has more than anybody reads. */
function named(headings: string[]): string {
	const shown = headings.slice(0, MOST_HEADINGS).map((name) => `"${preview(name)}"`);
	const more = headings.length - shown.length;
	return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

const MOST_HEADINGS = 12;

/** What zod itself found: a value of the wrong type or an unknown key. Only JSON input gets here. */
function shapeSentence(issue: z.ZodIssue, given: unknown): string {
	if (issue.code === 'invalid_type') {
		return given === undefined
			? `is missing. It must be ${withArticle(issue.expected)}.`
			: `is ${kindOf(given)}. It must be ${withArticle(issue.expected)}.`;
	}
	if (issue.code === 'unrecognized_keys') {
		const keys = issue.keys.map((key) => `"${preview(key)}"`).join(', ');
		return `has a key that is not known: ${keys}. A section has "title" and "skus" (or "product_items" with "product_retailer_id").`;
	}
	return `is ${kindOf(given)}, which does not fit here.`;
}

const KINDS: Record<string, string> = { string: 'a text', array: 'a list', object: 'an object' };
const withArticle = (kind: string): string => KINDS[kind] ?? `a ${kind}`;

function kindOf(value: unknown): string {
	if (value === null) return 'empty (null)';
	if (Array.isArray(value)) return 'a list';
	return withArticle(typeof value);
}

function valueAt(input: unknown, path: Path): unknown {
	return path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), input);
}

/** A path can begin with anything: what has no label is called by its own name. */
const labelOf = (field: string): string =>
	Object.entries(LABELS).find(([name]) => name === field)?.[1] ?? field;

/** `['sections', 1, 'title']` → `Section 2 ("Fruit") › Title`. */
function fieldLabel(path: Path, input: unknown): string {
	const [field, index, part, item] = path;
	const label = labelOf(String(field ?? 'The message'));
	if ((field === 'variables' || field === 'fallbackVariables') && index !== undefined)
		return `${label} › ${String(index)}`;
	if (field === 'skus' && index !== undefined) return `${label} › SKU ${Number(index) + 1}`;
	if (field !== 'sections' || index === undefined) return label;
	const title = valueAt(input, ['sections', index, 'title']);
	const named =
		typeof title === 'string' && title.trim() !== '' && part !== 'title'
			? ` ("${preview(title)}")`
			: '';
	const section = `Section ${Number(index) + 1}${named}`;
	if (part === 'title') return `${section} › Title`;
	if (part !== undefined && item !== undefined) return `${section} › Product ${Number(item) + 1}`;
	return section;
}
