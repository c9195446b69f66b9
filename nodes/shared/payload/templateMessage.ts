import { z } from 'zod';

import { sku } from './identifiers';
import { LIMITS } from './limits';
import { around, envelope, kept, listOf, type Draft, type OutgoingMessage } from './messages';
import { filled, type ProductTemplate, type TemplateText } from './productTemplate';
import { optionalText, report } from './rules';
import {
	cardsInput,
	sectionsInput,
	skusIn,
	withoutDuplicates,
	withoutProducts,
	type Overflow,
	type ProductSection,
} from './sections';
import { splitCards, splitSections } from './split';
import { codePointCount, isBlank, textLike } from './text';

/** Where a template's variables stand. */
const PLACES = ['header', 'body'] as const;
type Place = (typeof PLACES)[number];

/** The key under which a builder gives the value of a variable: `body_1`, `header_name`. */
export const variableKey = (place: Place, name: string): string => `${place}_${name}`;

/** All variables of a template, with the text that they stand in. */
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

type Values = Record<string, string>;

/** Exactly the variables of the template, each with a text. Meta counts them: facts 3, 132000. */
const variablesInput = (template: ProductTemplate) =>
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

/** What a text becomes with its variables must fit too. Facts 1.6, 3 (132005). */
function checkLength(
	ctx: z.RefinementCtx,
	template: ProductTemplate,
	place: Place,
	values: Values,
): void {
	const within = template[place];
	if (!within || within.variables.length === 0) return;
	const max = place === 'header' ? LIMITS.headerText : LIMITS.bodyText;
	const actual = codePointCount(filledAt(template, place, values) ?? '');
	if (actual > max) report(ctx, { rule: 'filledTooLong', place, actual, max });
}

const valuesAt = (place: Place, { variables }: TemplateText, values: Values) =>
	new Map(variables.map((name) => [name, values[variableKey(place, name)] ?? '']));

function filledAt(template: ProductTemplate, place: Place, values: Values): string | null {
	const within = template[place];
	return within && filled(within, valuesAt(place, within, values));
}

/** Options of a template send. */
export interface TemplateOptions {
	overflow: Overflow;
}

/**
 * Draft of a product template. Which products it takes depends on its kind: a list in sections (MPM),
 * one product (SPM), a thumbnail of the catalog, or the cards of a carousel. Facts 1.6–1.9.
 */
export const templateDraft = (template: ProductTemplate, options: TemplateOptions) =>
	z
		.object({
			...envelope,
			variables: variablesInput(template),
			...productsInput(template, options),
			urlSuffix: optionalText(LIMITS.urlSuffix),
		})
		.transform((given): Draft => {
			const { sections, dropped } = withoutDuplicates(
				isList(template) ? given.sections : [{ title: '', skus: [given.productRetailerId] }],
			);
			const products = skusIn(sections);
			const send = (shown: ProductSection[]) => templateMessage(template, given, shown);
			return {
				...kept(given),
				products,
				minProducts: template.kind === 'carousel' ? LIMITS.cards.min : 1,
				dropped,
				messages(leftOut) {
					const left = withoutProducts(sections, (id) => leftOut.has(id));
					if (template.kind === 'carousel') return splitCards(skusIn(left)).map(listOf).map(send);
					if (template.kind === 'multiProduct') return splitSections(left).map(send);
					return left.length === 0 ? [] : [send(left)];
				},
			};
		});

const isList = ({ kind }: ProductTemplate) => kind === 'multiProduct' || kind === 'carousel';

/** Of the two fields for products the one that the kind takes; the other is not looked at. */
function productsInput(template: ProductTemplate, { overflow }: TemplateOptions) {
	const cards = template.kind === 'carousel';
	const list = cards ? cardsInput(overflow, LIMITS.cards.min) : sectionsInput(overflow);
	return {
		sections: isList(template) ? list : z.unknown().transform(() => []),
		productRetailerId: isList(template) ? z.unknown().transform(() => '') : sku(),
	};
}

type Given = z.infer<z.ZodObject<typeof envelope>> & { variables: Values; urlSuffix: string };

function templateMessage(
	template: ProductTemplate,
	given: Given,
	sections: ProductSection[],
): OutgoingMessage {
	const { name, language, kind, footer, button } = template;
	const content = {
		name,
		language: { code: language },
		components: [
			...headerPart(template, given, sections),
			...parametersPart(template, 'body', given.variables),
			...productsPart(template, given, sections),
		],
	};
	return around(given, 'template', content, {
		header: filledAt(template, 'header', given.variables),
		body: filledAt(template, 'body', given.variables),
		footer,
		button,
		products: kind === 'multiProduct' ? 'behindButton' : 'onMessage',
		sections,
	});
}

const product = (catalogId: string, id: string) => ({
	type: 'product',
	product: { product_retailer_id: id, catalog_id: catalogId },
});

function headerPart(template: ProductTemplate, given: Given, sections: ProductSection[]): object[] {
	if (template.kind !== 'singleProduct') return parametersPart(template, 'header', given.variables);
	return [{ type: 'header', parameters: [product(given.catalogId, skusIn(sections)[0])] }];
}

function parametersPart(template: ProductTemplate, place: Place, values: Values): object[] {
	const within = template[place];
	if (!within || within.variables.length === 0) return [];
	const parameters = [...valuesAt(place, within, values)].map(([name, text]) => ({
		type: 'text',
		...(template.isNamed && { parameter_name: name }),
		text,
	}));
	return [{ type: place, parameters }];
}

function productsPart(
	{ kind, buttonIndex, cardUrl }: ProductTemplate,
	{ catalogId, urlSuffix }: Given,
	sections: ProductSection[],
): object[] {
	const [thumbnail] = skusIn(sections);
	const action = (sub_type: string, more: object) => ({
		type: 'button',
		sub_type,
		index: buttonIndex,
		parameters: [{ type: 'action', action: { thumbnail_product_retailer_id: thumbnail, ...more } }],
	});
	switch (kind) {
		case 'multiProduct':
			return [action('mpm', { sections })];
		case 'catalog':
			return [action('CATALOG', {})];
		case 'singleProduct':
			return [];
		case 'carousel':
			return [{ type: 'carousel', cards: skusIn(sections).map(cardOf) }];
	}

	function cardOf(id: string, index: number): object {
		const header = { type: 'header', parameters: [product(catalogId, id)] };
		const suffix = urlSuffix.replaceAll('{sku}', encodeURIComponent(id));
		const link = {
			type: 'button',
			sub_type: 'url',
			index: 0,
			parameters: [{ type: 'text', text: suffix }],
		};
		const hasVariable = cardUrl !== null && cardUrl.includes('{{');
		return { card_index: index, components: [header, ...(hasVariable ? [link] : [])] };
	}
}
