import { z } from 'zod/v4';

import { LIMITS } from '../limits';
import { sku } from '../rules/identifiers';
import { anything, optionalText } from '../rules/rules';
import { schemaPerKey } from '../rules/schemaCache';
import {
	cardsInput,
	sectionOf,
	sectionsInput,
	shopIdsIn,
	skusIn,
	underTheirIds,
	withoutDuplicates,
	withoutProducts,
	type Overflow,
	type ProductSection,
} from '../sections/sections';
import { splitCards, splitSections } from '../sections/splitSections';
import type { ProductTemplate } from '../templates/productTemplate';
import {
	filledAt,
	valuesAt,
	variablesInput,
	type Place,
	type Values,
} from '../templates/templateVariables';
import {
	around,
	envelope,
	kept,
	listOf,
	type Draft,
	type OutgoingMessage,
	type ShownContent,
} from './envelope';

/** Options of a template send. */
export interface TemplateOptions {
	overflow: Overflow;
}

const draft = (template: ProductTemplate, overflow: Overflow) =>
	z
		.object({
			...envelope,
			variables: variablesInput(template),
			...productsInput(template, overflow),
			urlSuffix: optionalText(LIMITS.urlSuffix),
		})
		.transform((given): Draft => {
			const { sections, dropped } = withoutDuplicates(
				isList(template) ? given.sections : [sectionOf(given.productRetailerId)],
			);
			const products = skusIn(sections);
			const send = (shown: ProductSection[]) => templateMessage(template, given, shown);
			return {
				...kept(given),
				products,
				minProducts: template.kind === 'carousel' ? LIMITS.cards.min : 1,
				dropped,
				shopIds: shopIdsIn(given.sections),
				messages(leftOut, idOf) {
					const left = underTheirIds(withoutProducts(sections, leftOut), idOf);
					if (template.kind === 'carousel') return splitCards(skusIn(left)).map(listOf).map(send);
					if (template.kind === 'multiProduct') return splitSections(left).map(send);
					return left.length === 0 ? [] : [send(left)];
				},
			};
		});

const DRAFTS = {
	fail: schemaPerKey((template: ProductTemplate) => draft(template, 'fail')),
	split: schemaPerKey((template: ProductTemplate) => draft(template, 'split')),
};

/**
 * Draft of a product template. Which products it takes depends on its kind: a list in sections (MPM),
 * one product (SPM), a thumbnail of the catalog, or the cards of a carousel. Facts 1.6–1.9.
 */
export const templateDraft = (template: ProductTemplate, { overflow }: TemplateOptions) =>
	DRAFTS[overflow](template);

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

/**
 * Makes the template that replaces a message when the 24-hour window is closed: with the same
 * products, or the first of them where the template shows one. Facts 2.6.
 */
export const standIn = schemaPerKey((template: ProductTemplate) =>
	z
		.object({
			...envelope,
			variables: variablesInput(template),
			urlSuffix: optionalText(LIMITS.urlSuffix),
		})
		.transform((given) => ({ products, shows }: OutgoingMessage): OutgoingMessage => {
			const sections = isList(template) ? shows.sections : listOf(products.slice(0, 1));
			return templateMessage(template, given, sections);
		}),
);

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
	const shows: ShownContent = {
		header: filledAt(template, 'header', given.variables),
		body: filledAt(template, 'body', given.variables),
		footer,
		button,
		products: kind === 'multiProduct' ? 'behindButton' : 'onMessage',
		sections,
	};
	return { ...around(given, 'template', content, shows), template: `${name}/${language}` };
}

const product = (catalogId: string, id: string) => ({
	type: 'product',
	product: { product_retailer_id: id, catalog_id: catalogId },
});

function headerPart(template: ProductTemplate, given: Given, sections: ProductSection[]): object[] {
	if (template.kind !== 'singleProduct') return parametersPart(template, 'header', given.variables);
	const [shown] = skusIn(sections);
	return shown === undefined
		? []
		: [{ type: 'header', parameters: [product(given.catalogId, shown)] }];
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
