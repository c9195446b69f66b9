/** A message template of the business account (facts 1.6–1.9). */

export const CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const;
/** The result of review and quality rating: facts 3, codes 132001, 132015 and 132016. */
export const TEMPLATE_STATUSES = ['PENDING', 'APPROVED', 'REJECTED', 'PAUSED', 'DISABLED'] as const;
export const PARAMETER_FORMATS = ['POSITIONAL', 'NAMED'] as const;

export type Category = (typeof CATEGORIES)[number];
export type TemplateStatus = (typeof TEMPLATE_STATUSES)[number];
export type ParameterFormat = (typeof PARAMETER_FORMATS)[number];

export interface TemplateButton {
	type: string;
	text?: string;
	url?: string;
}

/** The components given at creation; `type` and `format` in capitals. */
export type TemplateComponent =
	| { type: 'HEADER'; format: string; text?: string }
	| { type: 'BODY'; text: string }
	| { type: 'FOOTER'; text: string }
	| { type: 'BUTTONS'; buttons: TemplateButton[] }
	| { type: 'CAROUSEL'; cards: Array<{ components: TemplateComponent[] }> };

type ComponentType = TemplateComponent['type'];
type ComponentOf<Type extends ComponentType> = Extract<TemplateComponent, { type: Type }>;

export interface Template {
	id: string;
	name: string;
	language: string;
	category: Category;
	status: TemplateStatus;
	parameterFormat: ParameterFormat;
	components: TemplateComponent[];
}

/** `other`: no products in it, so a customer can order nothing from it. */
export type TemplateKind = 'mpm' | 'spm' | 'catalog' | 'carousel' | 'other';

export function componentOf<Type extends ComponentType>(
	components: TemplateComponent[],
	type: Type,
): ComponentOf<Type> | undefined {
	return components.find((component): component is ComponentOf<Type> => component.type === type);
}

export function buttonsOf(components: TemplateComponent[]): TemplateButton[] {
	return componentOf(components, 'BUTTONS')?.buttons ?? [];
}

export function hasProductHeader(components: TemplateComponent[]): boolean {
	return componentOf(components, 'HEADER')?.format === 'PRODUCT';
}

/** The button tells the kind; a carousel counts only if its cards show products (media cards exist at Meta too). */
export function kindOf(components: TemplateComponent[]): TemplateKind {
	const types = buttonsOf(components).map(({ type }) => type);
	if (types.includes('MPM')) return 'mpm';
	if (types.includes('SPM')) return 'spm';
	if (types.includes('CATALOG')) return 'catalog';
	const cards = componentOf(components, 'CAROUSEL')?.cards ?? [];
	return cards.some((card) => hasProductHeader(card.components)) ? 'carousel' : 'other';
}

/** The same template may exist in several languages; name and language together identify one (facts 3, code 132001). */
export function findTemplate(
	templates: Iterable<Template>,
	name: string,
	language: string,
): Template | undefined {
	for (const template of templates)
		if (template.name === name && template.language === language) return template;
	return undefined;
}
