import type { z } from 'zod/v4';

import { needsOf, type TemplateNeeds } from './templateNeeds';
import {
	buttonsOf,
	is,
	partOf,
	templateRow,
	type TemplateButton,
	type TemplateComponent,
} from './templateRow';
import { textOf, type TemplateText } from './templateText';

/** Kinds of product templates. Facts 1.6–1.9. */
export type TemplateKind = 'multiProduct' | 'singleProduct' | 'catalog' | 'carousel';

export interface ProductTemplate extends TemplateNeeds {
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
}

/** A template of the account in one of its languages. */
export interface NamedTemplate {
	name: string;
	language: string;
	status: string;
	/** Null for one that shows no products. */
	product: ProductTemplate | null;
}

/** A row of `message_templates`; null for one without a name and a language. */
export function readTemplate(given: unknown): NamedTemplate | null {
	const read = templateRow.safeParse(given);
	if (!read.success) return null;
	const { name, language, status } = read.data;
	const head = { name, language, status: status.toUpperCase() };
	return { ...head, product: productTemplate(read.data, head) };
}

/** The same where only templates with products are wanted. */
export const readProductTemplate = (given: unknown): ProductTemplate | null =>
	readTemplate(given)?.product ?? null;

function productTemplate(
	{ components, parameter_format: format }: z.infer<typeof templateRow>,
	head: Pick<ProductTemplate, 'name' | 'language' | 'status'>,
): ProductTemplate | null {
	const header = partOf(components, 'HEADER');
	const cards = (partOf(components, 'CAROUSEL')?.cards ?? []).map((one) => one.components);
	const [card = []] = cards;
	const buttons = buttonsOf(components);
	const kind = kindOf(header, buttons, card);
	if (kind === null) return null;
	const buttonIndex = buttons.findIndex(({ type }) => /^(mpm|spm|catalog)$/i.test(type));
	const shown = kind === 'carousel' ? buttonsOf(card)[0] : buttons[buttonIndex];
	return {
		kind,
		...head,
		header: is(header?.format, 'TEXT') ? textOf(header?.text) : null,
		body: textOf(partOf(components, 'BODY')?.text),
		footer: partOf(components, 'FOOTER')?.text || null,
		button: shown?.text || null,
		buttonIndex: Math.max(0, buttonIndex),
		isNamed: is(format, 'NAMED'),
		...needsOf(components, kind === 'carousel' ? cards : []),
	};
}

function kindOf(
	header: TemplateComponent | undefined,
	buttons: TemplateButton[],
	card: TemplateComponent[],
): TemplateKind | null {
	const has = (type: string) => buttons.some((one) => is(one.type, type));
	if (has('MPM')) return 'multiProduct';
	if (has('CATALOG')) return 'catalog';
	if (has('SPM') || is(header?.format, 'PRODUCT')) return 'singleProduct';
	return card.some((one) => is(one.type, 'HEADER') && is(one.format, 'PRODUCT'))
		? 'carousel'
		: null;
}
