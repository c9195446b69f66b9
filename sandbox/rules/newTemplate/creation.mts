import type { Parameters } from '../parameters.mts';
import { parameterRefusal } from '../refusal/refusal.mts';
import { newTemplateId } from '../../world/ids.mts';
import { LIMITS, lengthOf } from '../limits.mts';
import { readComponents } from './components.mts';
import { onlyKeysOf, textOf, wordOf } from './reading.mts';
import {
	buttonsOf,
	CATEGORIES,
	componentOf,
	hasProductHeader,
	kindOf,
	PARAMETER_FORMATS,
	type Template,
	type TemplateComponent,
	type TemplateKind,
} from '../../world/templates/template.mts';

/** The components of each product template, header first (facts 1.6–1.9); those in brackets are optional. */
const PARTS: Record<Exclude<TemplateKind, 'other'>, string[]> = {
	mpm: ['HEADER', 'BODY', '[FOOTER]', 'BUTTONS'],
	spm: ['HEADER', 'BODY', '[FOOTER]', 'BUTTONS'],
	catalog: ['BODY', '[FOOTER]', 'BUTTONS'],
	carousel: ['BODY', 'CAROUSEL'],
};
const EXAMPLE_CARDS = 2; // facts 1.9

/** Reads the parameters of `POST /{WABA_ID}/message_templates` (facts 1.6–1.9); the new template is in review. */
export function readTemplate(parameters: Parameters): Template {
	onlyKeysOf(parameters, 'the template', [
		'name',
		'language',
		'category',
		'parameter_format',
		'components',
		'allow_category_change',
	]);
	const name = textOf(parameters.name, 'name', LIMITS.templateName);
	// From Meta's page on templates; the fact sheet has only the length of a name.
	if (!/^[a-z0-9_]+$/.test(name))
		throw parameterRefusal('Param name can hold lower-case letters, digits and underscores only.');
	const language = textOf(parameters.language, 'language', 20);
	if (!/^[a-z]{2,3}(_[A-Z]{2,4})?$/.test(language))
		throw parameterRefusal(
			`Param language must be a language code such as en_US - got "${language}".`,
		);
	const category = wordOf(parameters.category, 'category', CATEGORIES);
	const parameterFormat = wordOf(
		parameters.parameter_format ?? 'POSITIONAL',
		'parameter_format',
		PARAMETER_FORMATS,
	);
	const components = readComponents(parameters.components, 'components', parameterFormat);
	const template: Template = {
		id: newTemplateId(),
		name,
		language,
		category,
		status: 'PENDING',
		parameterFormat,
		components,
	};
	const kind = kindOf(components);
	if (kind !== 'other') checkProductTemplate(template, kind);
	else checkOther(components);
	return template;
}

function checkProductTemplate(
	{ category, components }: Template,
	kind: Exclude<TemplateKind, 'other'>,
): void {
	if (category !== 'MARKETING')
		throw parameterRefusal('Templates with products must have category MARKETING.');
	checkParts(components, PARTS[kind], 'components');
	if (kind === 'carousel') checkCards(components);
	else if (buttonsOf(components).length !== 1)
		throw parameterRefusal('Templates with products must have exactly one button.');
	const header = componentOf(components, 'HEADER');
	const wanted = kind === 'mpm' ? 'TEXT' : 'PRODUCT';
	if (header && header.format !== wanted)
		throw parameterRefusal(`The header must have format ${wanted} - got ${header.format}.`);
	const body = componentOf(components, 'BODY')?.text ?? '';
	if (kind === 'spm' && lengthOf(body) > LIMITS.spmBody)
		throw parameterRefusal(
			`The body of an SPM template is ${LIMITS.spmBody} characters long at most.`,
		);
}

function checkParts(components: TemplateComponent[], parts: string[], path: string): void {
	const types: string[] = components.map(({ type }) => type);
	const missing = parts.find((part) => !part.startsWith('[') && !types.includes(part));
	if (missing) throw parameterRefusal(`Param ${path} must hold a component of type ${missing}.`);
	const known = parts.map((part) => part.replace(/[[\]]/g, ''));
	const odd = types.find((type) => !known.includes(type));
	if (odd) throw parameterRefusal(`Param ${path} cannot hold a component of type ${odd} here.`);
}

/** Facts 1.9: two example cards, each a product and one button, SPM or URL. Both must be alike, because they stand for up to ten. */
function checkCards(components: TemplateComponent[]): void {
	const cards = componentOf(components, 'CAROUSEL')?.cards ?? [];
	if (cards.length !== EXAMPLE_CARDS)
		throw parameterRefusal(`A carousel has ${EXAMPLE_CARDS} example cards - got ${cards.length}.`);
	for (const [index, card] of cards.entries()) {
		checkParts(card.components, ['HEADER', 'BUTTONS'], `cards[${index}]['components']`);
		if (!hasProductHeader(card.components))
			throw parameterRefusal(`cards[${index}]: the header must have format PRODUCT.`);
		const [button, ...others] = buttonsOf(card.components);
		if (!button || others.length > 0 || !['SPM', 'URL'].includes(button.type))
			throw parameterRefusal(`cards[${index}] must have exactly one button, SPM or URL.`);
	}
	const [first, second] = cards.map((card) => JSON.stringify(buttonsOf(card.components)));
	if (first !== second) throw parameterRefusal('All cards must have the same button.');
}

/** Ordinary templates are not what the sandbox is for: they need a body, and no product header. */
function checkOther(components: TemplateComponent[]): void {
	if (!componentOf(components, 'BODY'))
		throw parameterRefusal('Param components must hold a component of type BODY.');
	if (hasProductHeader(components))
		throw parameterRefusal('A header with format PRODUCT needs a button of type SPM.');
}
