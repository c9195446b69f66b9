import { isGraphId } from '../rules/identifiers';
import { skusIn, type ProductSection } from '../sections/sections';
import type { ProductTemplate } from '../templates/productTemplate';
import {
	linkKey,
	mediaKey,
	valuesAt,
	type Place,
	type Values,
} from '../templates/templateVariables';

/** What fills a template. */
export interface TemplateFilling {
	catalogId: string;
	values: Values;
	/** The ending of the first address that each card opens; `{sku}` in it stands for the SKU. */
	urlSuffix: string;
	sections: ProductSection[];
}

/** The `template` of a message: name, language and what fills it. Facts 1.6–1.9, 1.14. */
export const templateContent = (template: ProductTemplate, filling: TemplateFilling): object => ({
	name: template.name,
	language: { code: template.language },
	components: [
		...headerPart(template, filling),
		...textPart(template, 'body', filling.values),
		...productsPart(template, filling),
		...template.links.map(({ index }) =>
			linkPart(index, filling.values[linkKey('button', index)] ?? ''),
		),
	],
});

const product = (catalogId: string, id: string) => ({
	type: 'product',
	product: { product_retailer_id: id, catalog_id: catalogId },
});

function headerPart(template: ProductTemplate, filling: TemplateFilling): object[] {
	const { kind, headerMedia } = template;
	const { values, sections, catalogId } = filling;
	if (headerMedia !== null) {
		const given = values[mediaKey(headerMedia)] ?? '';
		const media = isGraphId(given) ? { id: given } : { link: given };
		return [{ type: 'header', parameters: [{ type: headerMedia, [headerMedia]: media }] }];
	}
	if (kind !== 'singleProduct') return textPart(template, 'header', values);
	const [shown] = skusIn(sections);
	return shown === undefined ? [] : [{ type: 'header', parameters: [product(catalogId, shown)] }];
}

function textPart(template: ProductTemplate, place: Place, values: Values): object[] {
	const within = template[place];
	if (!within || within.variables.length === 0) return [];
	const parameters = [...valuesAt(place, within, values)].map(([name, text]) => ({
		type: 'text',
		...(template.isNamed && { parameter_name: name }),
		text,
	}));
	return [{ type: place, parameters }];
}

const linkPart = (index: number, text: string): object => ({
	type: 'button',
	sub_type: 'url',
	index,
	parameters: [{ type: 'text', text }],
});

function productsPart(template: ProductTemplate, filling: TemplateFilling): object[] {
	const { kind, buttonIndex } = template;
	const { sections } = filling;
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
		case 'carousel': {
			const cards = skusIn(sections).map((sku, index) => cardOf(template, filling, sku, index));
			return [{ type: 'carousel', cards }];
		}
	}
}

function cardOf(
	{ cardLinks }: ProductTemplate,
	{ catalogId, values, urlSuffix }: TemplateFilling,
	sku: string,
	card: number,
): object {
	const ofProduct = (text: string) => text.replaceAll('{sku}', encodeURIComponent(sku));
	const links = cardLinks.map(({ index }, place) =>
		linkPart(index, ofProduct(place === 0 ? urlSuffix : (values[linkKey('card', index)] ?? ''))),
	);
	const header = { type: 'header', parameters: [product(catalogId, sku)] };
	return { card_index: card, components: [header, ...links] };
}
