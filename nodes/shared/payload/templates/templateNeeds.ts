import { buttonsOf, is, partOf, type TemplateComponent } from './templateRow';
import { variablesIn } from './templateText';

/** Kinds of files that a header can show instead of a text. Facts 1.14. */
const MEDIA = ['image', 'video', 'document'] as const;
export type TemplateMedia = (typeof MEDIA)[number];

/** A button that opens an address with a variable at its end. */
export interface TemplateLink {
	/** Position among all buttons, from 0. */
	index: number;
	url: string;
}

/** What a send of a template fills in beside its texts and products. */
export interface TemplateNeeds {
	/** The kind of file that the header shows instead of a text; null for none. */
	headerMedia: TemplateMedia | null;
	/** Its buttons that open an address with a variable. */
	links: TemplateLink[];
	/** The same of each card; cards of a template are alike. */
	cardLinks: TemplateLink[];
	/** What cannot be filled in, in words with their article. */
	unfillable: string[];
}

/** Formats of a header that take a text, a product or nothing; '' where there is no header. */
const OTHER_FORMATS = ['', 'TEXT', 'PRODUCT'];

/** Buttons that each send would have to give a value of their own kind. Facts 1.14. */
const OTHER_BUTTONS = ['COPY_CODE', 'OTP', 'ORDER_DETAILS'];

/**
 * Looks at everything of a template that a send must fill in: a part that is left out makes Meta refuse the
 * message, so it has to be known before.
 *
 * @param cards the components of each example card
 */
export function needsOf(
	components: TemplateComponent[],
	cards: TemplateComponent[][] = [],
): TemplateNeeds {
	const format = partOf(components, 'HEADER')?.format ?? '';
	const headerMedia = MEDIA.find((kind) => is(format, kind.toUpperCase())) ?? null;
	return {
		headerMedia,
		links: linksOf(components),
		cardLinks: linksOf(cards[0] ?? []),
		unfillable: [
			...(headerMedia === null && !OTHER_FORMATS.some((one) => is(format, one))
				? [`a header of the format ${format}`]
				: []),
			...(partOf(components, 'LIMITED_TIME_OFFER') ? ['a limited-time offer'] : []),
			...buttonNeeds(components),
			...new Set(cards.flatMap(cardNeeds)),
		],
	};
}

function linksOf(components: TemplateComponent[]): TemplateLink[] {
	return buttonsOf(components).flatMap(({ type, url }, index) =>
		is(type, 'URL') && variablesIn(url).length > 0 ? [{ index, url }] : [],
	);
}

const buttonNeeds = (components: TemplateComponent[]): string[] =>
	OTHER_BUTTONS.filter((type) => buttonsOf(components).some((one) => is(one.type, type))).map(
		(type) => `a button of the type ${type}`,
	);

function cardNeeds(components: TemplateComponent[]): string[] {
	const hasProduct = is(partOf(components, 'HEADER')?.format, 'PRODUCT');
	const hasVariables = variablesIn(partOf(components, 'BODY')?.text ?? '').length > 0;
	return [
		...(hasProduct ? [] : ['a card without a product']),
		...(hasVariables ? ['a card with variables in its text'] : []),
		...buttonNeeds(components).map((one) => `${one} on a card`),
	];
}
