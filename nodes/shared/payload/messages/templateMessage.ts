import { z } from 'zod/v4';

import { LABELS } from '../labels';
import { LIMITS } from '../limits';
import { sku } from '../rules/identifiers';
import { lineField } from '../rules/lineField';
import type { Line, LineBreaks } from '../rules/oneLine';
import { anything, checkLength } from '../rules/rules';
import { schemaPerKey, schemaPerOptions } from '../rules/schemaCache';
import {
	cardsInput,
	sectionOf,
	sectionsInput,
	shopIdsIn,
	skusIn,
	withoutDuplicates,
	withoutProducts,
	type Overflow,
	type ProductSection,
} from '../sections/sections';
import { splitCards, splitSections } from '../sections/splitSections';
import type { ProductTemplate } from '../templates/productTemplate';
import { filledAt, variablesInput, type Filling } from '../templates/templateVariables';
import {
	around,
	envelope,
	kept,
	listOf,
	type Draft,
	type OutgoingMessage,
	type ShownContent,
} from './envelope';
import { templateContent } from './templateContent';

/** Options of a template send. */
export interface TemplateOptions {
	overflow: Overflow;
	/** What to do with values of several lines; they are folded without a choice. */
	lineBreaks?: LineBreaks;
}

const draft = (template: ProductTemplate, { overflow, lineBreaks = 'fold' }: TemplateOptions) =>
	z
		.object({
			...envelope,
			variables: variablesInput(template, lineBreaks),
			...productsInput(template, overflow),
			urlSuffix: urlSuffixInput(template, lineBreaks),
		})
		.transform((given): Draft => {
			const { sections, dropped } = withoutDuplicates(
				isList(template) ? given.sections : [sectionOf(given.productRetailerId)],
			);
			const products = skusIn(sections);
			const filling = { ...given, filling: given.variables };
			const send = (shown: ProductSection[]) => templateMessage(template, filling, shown);
			return {
				...kept(given),
				products,
				minProducts: template.kind === 'carousel' ? LIMITS.cards.min : 1,
				dropped,
				folded: [
					...foldedLabels(LABELS.variables, given.variables),
					...(given.urlSuffix.isFolded && template.cardLinks.length > 0 ? [LABELS.urlSuffix] : []),
				],
				shopIds: shopIdsIn(given.sections),
				messages(leftOut) {
					const left = withoutProducts(sections, leftOut);
					if (template.kind === 'carousel') return splitCards(skusIn(left)).map(listOf).map(send);
					if (template.kind === 'multiProduct') return splitSections(left).map(send);
					return left.length === 0 ? [] : [send(left)];
				},
			};
		});

const DRAFTS = schemaPerKey((template: ProductTemplate) =>
	schemaPerOptions((options: TemplateOptions) => draft(template, options)),
);

/**
 * Draft of a product template. Which products it takes depends on its kind: a list in sections (MPM),
 * one product (SPM), a thumbnail of the catalog, or the cards of a carousel. Facts 1.6–1.9.
 */
export const templateDraft = (template: ProductTemplate, options: TemplateOptions) =>
	DRAFTS(template)(options);

const isList = ({ kind }: ProductTemplate) => kind === 'multiProduct' || kind === 'carousel';

/** The field for products that the kind takes; the other one is ignored. */
function productsInput(template: ProductTemplate, overflow: Overflow) {
	const cards = template.kind === 'carousel';
	const list = cards ? cardsInput(overflow, LIMITS.cards.min) : sectionsInput(overflow);
	return {
		sections: isList(template) ? list : anything.transform(() => []),
		productRetailerId: isList(template) ? anything.transform(() => '') : sku,
	};
}

/** The ending of the address that cards open: a text of the template, as its variables are (facts 17.6). */
const urlSuffixInput = ({ cardLinks }: ProductTemplate, lineBreaks: LineBreaks) =>
	lineField(cardLinks.length > 0 ? lineBreaks : 'fold', (text, ctx) =>
		checkLength(text, LIMITS.urlSuffix, ctx),
	);

/** Values that were folded, as sentences call them. */
const foldedLabels = (label: string, { folded }: Filling): string[] =>
	folded.map((key) => `${label} › ${key}`);

/** A template that replaces messages. */
export interface StandIn {
	/** Labels of values that were given in several lines and go out in one. */
	folded: string[];
	messageFor(message: OutgoingMessage): OutgoingMessage;
}

const standInDraft = (template: ProductTemplate, lineBreaks: LineBreaks) =>
	z
		.object({
			...envelope,
			fallbackVariables: variablesInput(template, lineBreaks),
			urlSuffix: urlSuffixInput(template, 'fold'),
		})
		.transform(({ fallbackVariables: filling, ...given }): StandIn => {
			return {
				folded: foldedLabels(LABELS.fallbackVariables, filling),
				messageFor({ products, shows }) {
					const sections = isList(template) ? shows.sections : listOf(products.slice(0, 1));
					return templateMessage(template, { ...given, filling }, sections);
				},
			};
		});

const STAND_INS = schemaPerKey((template: ProductTemplate) =>
	schemaPerOptions(({ lineBreaks }: { lineBreaks: LineBreaks }) =>
		standInDraft(template, lineBreaks),
	),
);

/**
 * Makes the template that replaces a message when the 24-hour window is closed: with the same
 * products, or the first of them where the template shows one. Facts 2.6.
 */
export const standIn = (template: ProductTemplate, lineBreaks: LineBreaks) =>
	STAND_INS(template)({ lineBreaks });

type Given = z.infer<z.ZodObject<typeof envelope>> & { filling: Filling; urlSuffix: Line };

function templateMessage(
	template: ProductTemplate,
	given: Given,
	sections: ProductSection[],
): OutgoingMessage {
	const { name, language, kind, footer, button } = template;
	const { values } = given.filling;
	const content = templateContent(template, {
		catalogId: given.catalogId,
		values,
		urlSuffix: given.urlSuffix.text,
		sections,
	});
	const shows: ShownContent = {
		header: filledAt(template, 'header', values),
		body: filledAt(template, 'body', values),
		footer,
		button,
		products: kind === 'multiProduct' ? 'behindButton' : 'onMessage',
		sections,
	};
	return { ...around(given, 'template', content, shows), template: `${name}/${language}` };
}
