import { z } from 'zod/v4';

/**
 * Reads the product templates of a business account. Tolerant, since Meta adds kinds and fields: a
 * template that is not one of these four kinds yields null. Facts 1.6–1.9.
 */

/** Kinds of product templates. */
export type TemplateKind = 'multiProduct' | 'singleProduct' | 'catalog' | 'carousel';

/** A text of a template with the variables in it. */
export interface TemplateText {
	text: string;
	/** `1`, `2` … or names, in the order in which Meta wants them. */
	variables: string[];
}

export interface ProductTemplate {
	kind: TemplateKind;
	name: string;
	language: string;
	/** APPROVED, PENDING, REJECTED, PAUSED, DISABLED … */
	status: string;
	header: TemplateText | null;
	body: TemplateText | null;
	footer: string | null;
	/** Label of its button, or of the button of each card. */
	button: string | null;
	/** Position of that button among its buttons, from 0. */
	buttonIndex: number;
	/** Whether its variables have names instead of numbers. */
	isNamed: boolean;
	/** The address that a card's button opens, with its variable at the end; null for other buttons. */
	cardUrl: string | null;
}

const text = z.string().catch('');
const button = z.object({
	type: text,
	text: text.nullish(),
	url: z.string().nullish().catch(null),
});
const component = z.object({
	type: text,
	format: text.nullish(),
	text: z.string().nullish().catch(null),
	buttons: z.array(button).nullish().catch(null),
});
const template = z.object({
	name: z.string(),
	language: z.string(),
	status: text,
	parameter_format: text.nullish(),
	components: z.array(
		component.extend({
			cards: z
				.array(z.object({ components: z.array(component).catch([]) }))
				.nullish()
				.catch(null),
		}),
	),
});

type Component = z.infer<typeof component>;

/** A row of `message_templates`, when it is a product template. */
export function readProductTemplate(row: unknown): ProductTemplate | null {
	const read = template.safeParse(row);
	if (!read.success) return null;
	const { name, language, status, parameter_format: format, components } = read.data;
	const part = (type: string) => components.find((one) => is(one.type, type));
	const header = part('HEADER');
	const card = part('CAROUSEL')?.cards?.[0]?.components ?? [];
	const buttons = part('BUTTONS')?.buttons ?? [];
	const cardButtons = card.find((one) => is(one.type, 'BUTTONS'))?.buttons ?? [];
	const kind = kindOf(header, buttons, card);
	if (kind === null) return null;
	const buttonIndex = buttons.findIndex(({ type }) => /^(mpm|spm|catalog)$/i.test(type));
	const shown = kind === 'carousel' ? cardButtons[0] : buttons[buttonIndex];
	return {
		kind,
		name,
		language,
		status: status.toUpperCase(),
		header: header && is(header.format, 'TEXT') ? textOf(header.text) : null,
		body: textOf(part('BODY')?.text),
		footer: part('FOOTER')?.text || null,
		button: shown?.text || null,
		buttonIndex: Math.max(0, buttonIndex),
		isNamed: is(format, 'NAMED'),
		cardUrl: kind === 'carousel' && is(shown?.type, 'URL') ? (shown?.url ?? null) : null,
	};
}

const is = (given: string | null | undefined, wanted: string) => given?.toUpperCase() === wanted;

function kindOf(
	header: Component | undefined,
	buttons: Array<z.infer<typeof button>>,
	card: Component[],
): TemplateKind | null {
	const has = (type: string) => buttons.some((one) => is(one.type, type));
	if (has('MPM')) return 'multiProduct';
	if (has('CATALOG')) return 'catalog';
	if (has('SPM') || is(header?.format, 'PRODUCT')) return 'singleProduct';
	return card.some((one) => is(one.type, 'HEADER') && is(one.format, 'PRODUCT'))
		? 'carousel'
		: null;
}

const VARIABLE = /\{\{\s*([\w.]+)\s*\}\}/g;

/** The distinct variables of a text: numbers in their order, names in the order of the text. */
export function variablesIn(given: string): string[] {
	const names = [...new Set([...given.matchAll(VARIABLE)].flatMap(([, name]) => name ?? []))];
	const areNumbers = names.every((name) => /^\d+$/.test(name));
	return areNumbers ? names.toSorted((a, b) => Number(a) - Number(b)) : names;
}

const textOf = (given: string | null | undefined): TemplateText | null =>
	given ? { text: given, variables: variablesIn(given) } : null;

/** The text as the customer reads it; a variable without a value is left in it. */
export const filled = (
	{ text: given }: TemplateText,
	values: ReadonlyMap<string, string>,
): string => given.replace(VARIABLE, (whole, name: string) => values.get(name) ?? whole);
