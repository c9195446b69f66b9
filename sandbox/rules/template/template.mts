import { messageRefusal } from '../refusal/refusal.mts';
import {
	buttonsOf,
	componentOf,
	findTemplate,
	kindOf,
	type Template,
} from '../../world/templates/template.mts';
import { LIMITS } from '../limits.mts';
import type { Failure } from '../../world/chatEntry.mts';
import type { Seller } from '../matching.mts';
import type { Recipient } from '../recipient.mts';
import { demandGiven, objectAt, onlyKeys, stringAt, textAt } from '../shape.mts';
import { CHECKS } from './kinds.mts';
import type { TemplateShowing } from './kinds.mts';
import { readParts } from './parts.mts';
import type { SentParts } from './parts.mts';
import { filledText } from './texts.mts';
import { checkVariables } from './variables.mts';

/** A template with everything filled in. */
export interface TemplateUse {
	template: Template;
	headerText: string | null;
	bodyText: string;
	footerText: string | null;
	/** Null when there are no products in it. */
	showing: TemplateShowing | null;
	/** Why it is going to fail although it is accepted. */
	failure: Failure | null;
}

/** A template message (facts 1.6–1.9). */
export function checkTemplate(value: unknown, seller: Seller, recipient: Recipient): TemplateUse {
	const message = objectAt(value, 'template');
	onlyKeys(message, 'template', ['name', 'language', 'components']);
	const name = textAt(message.name, "template['name']", LIMITS.templateName);
	const language = objectAt(message.language, "template['language']");
	onlyKeys(language, "template['language']", ['code', 'policy']);
	const code = stringAt(language.code, "template['language']['code']");
	const template = sendable(seller, name, code);
	checkRecipientKind(template, recipient);

	const kind = kindOf(template.components);
	const allowed = ['header', 'body', 'button', ...(kind === 'carousel' ? ['carousel'] : [])];
	const parts = readParts(message.components, "template['components']", allowed);
	if (kind === 'carousel') demandGiven(parts.cards, "template['carousel']");
	const { components, parameterFormat } = template;
	return {
		template,
		headerText: headerText(template, parts),
		bodyText: filledText(
			componentOf(components, 'BODY')?.text ?? '',
			parts.body,
			parameterFormat,
			'body',
			kind === 'spm' ? LIMITS.spmBody : LIMITS.bodyText,
		),
		footerText: componentOf(components, 'FOOTER')?.text ?? null,
		showing: CHECKS[kind](template, parts, seller),
		failure: checkVariables(message.components, seller.state.troubles),
	};
}

/** Facts 3, codes 132001, 132015 and 132016. */
function sendable({ state }: Seller, name: string, language: string): Template {
	const template = findTemplate(state.templates.values(), name, language);
	switch (template?.status) {
		case 'APPROVED':
			return template;
		case 'PAUSED':
			throw messageRefusal(132015, `template name (${name}) is paused due to low quality.`);
		case 'DISABLED':
			throw messageRefusal(132016, `template name (${name}) is disabled due to low quality.`);
		default:
			throw messageRefusal(132001, `template name (${name}) does not exist in ${language}`);
	}
}

/** Only authentication templates with a button for the code need a phone number (facts 1.10, code 131062). */
function checkRecipientKind({ category, components }: Template, { userId }: Recipient): void {
	const handsOver = buttonsOf(components).some(({ type }) => type === 'OTP');
	if (category === 'AUTHENTICATION' && handsOver && userId !== null)
		throw messageRefusal(
			131062,
			'Authentication templates cannot be sent to a business-scoped user id: use the phone number.',
		);
}

function headerText(
	{ components, parameterFormat }: Template,
	{ header }: SentParts,
): string | null {
	const component = componentOf(components, 'HEADER');
	// Parameters of a product header are checked with its kind (kinds.mts).
	if (component && component.format !== 'TEXT') return null;
	const text = component?.text ?? '';
	const filled = filledText(text, header, parameterFormat, 'header', LIMITS.headerText);
	return component ? filled : null;
}
