import { parameterRefusal } from '../refusal/refusal.mts';
import { LIMITS } from '../limits.mts';
import { listOf, onlyKeysOf, shapeOf, textOf, wordOf } from './reading.mts';
import type { Shape } from '../shape.mts';
import type {
	ParameterFormat,
	TemplateButton,
	TemplateComponent,
} from '../../world/templates/template.mts';
import { areVariables, variablesIn } from '../../world/templates/variables.mts';

/** PRODUCT is from facts 1.7 and 1.9; the media formats belong to ordinary templates. */
const HEADER_FORMATS = ['TEXT', 'PRODUCT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION'] as const;
const BUTTON_TYPES = [
	'MPM',
	'SPM',
	'CATALOG',
	'URL',
	'QUICK_REPLY',
	'PHONE_NUMBER',
	'COPY_CODE',
	'OTP',
	'REQUEST_CONTACT_INFO',
] as const;
const TYPES = ['HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL'] as const;

/** Reads the components of a template; creation.mts checks which go together. */
export function readComponents(
	value: unknown,
	path: string,
	format: ParameterFormat,
	isCard = false,
): TemplateComponent[] {
	const components = listOf(value, path).map((item, index) =>
		readComponent(shapeOf(item, `${path}[${index}]`), `${path}[${index}]`, format, isCard),
	);
	const types = components.map(({ type }) => type);
	const twice = types.find((type, index) => types.indexOf(type) !== index);
	if (twice) throw parameterRefusal(`Param ${path} can hold only one component of type ${twice}.`);
	return components;
}

function readComponent(
	component: Shape,
	path: string,
	format: ParameterFormat,
	isCard: boolean,
): TemplateComponent {
	const type = wordOf(component.type, `${path}['type']`, TYPES);
	switch (type) {
		case 'HEADER':
			return readHeader(component, path, format);
		case 'BODY':
			onlyKeysOf(component, path, ['type', 'text', 'example']);
			return { type, text: readText(component.text, path, LIMITS.bodyText, format) };
		case 'FOOTER':
			onlyKeysOf(component, path, ['type', 'text']);
			if (variablesIn(String(component.text)).length > 0)
				throw parameterRefusal(`Param ${path}['text'] cannot hold variables.`);
			return { type, text: textOf(component.text, `${path}['text']`, LIMITS.footerText) };
		case 'BUTTONS': {
			onlyKeysOf(component, path, ['type', 'buttons']);
			const buttons = listOf(component.buttons, `${path}['buttons']`);
			return {
				type,
				buttons: buttons.map((button, index) =>
					readButton(button, `${path}['buttons'][${index}]`, format),
				),
			};
		}
		case 'CAROUSEL': {
			if (isCard) throw parameterRefusal(`Param ${path}: a card cannot hold a carousel.`);
			onlyKeysOf(component, path, ['type', 'cards']);
			const cards = listOf(component.cards, `${path}['cards']`);
			return {
				type,
				cards: cards.map((item, index) => {
					const at = `${path}['cards'][${index}]`;
					const card = shapeOf(item, at);
					onlyKeysOf(card, at, ['components']);
					return {
						components: readComponents(card.components, `${at}['components']`, format, true),
					};
				}),
			};
		}
	}
}

function readHeader(component: Shape, path: string, format: ParameterFormat): TemplateComponent {
	onlyKeysOf(component, path, ['type', 'format', 'text', 'example']);
	const headerFormat = wordOf(component.format, `${path}['format']`, HEADER_FORMATS);
	if (headerFormat !== 'TEXT') return { type: 'HEADER', format: headerFormat };
	const text = readText(component.text, path, LIMITS.headerText, format);
	if (variablesIn(text).length > 1)
		throw parameterRefusal(`Param ${path}['text'] can hold one variable at most.`);
	return { type: 'HEADER', format: headerFormat, text };
}

function readText(value: unknown, path: string, most: number, format: ParameterFormat): string {
	const text = textOf(value, `${path}['text']`, most);
	const names = variablesIn(text);
	if (!areVariables(names, format))
		throw parameterRefusal(
			`Param ${path}['text'] has variables that do not fit parameter_format ${format}: ${names.join(', ')}.`,
		);
	return text;
}

/** Checks text and address, for which facts 1.9 has limits; the keys of other buttons are not checked. */
function readButton(value: unknown, path: string, format: ParameterFormat): TemplateButton {
	const button = shapeOf(value, path);
	const type = wordOf(button.type, `${path}['type']`, BUTTON_TYPES);
	const text =
		button.text === undefined && type !== 'URL'
			? undefined
			: textOf(button.text, `${path}['text']`, LIMITS.buttonText);
	if (type !== 'URL') return { type, ...(text === undefined ? {} : { text }) };
	onlyKeysOf(button, path, ['type', 'text', 'url', 'example']);
	return { type, text: text ?? '', url: readUrl(button.url, `${path}['url']`, format) };
}

/** "One variable at the end" (facts 1.9). It must also be a web address, because the phone page links to it. */
function readUrl(value: unknown, path: string, format: ParameterFormat): string {
	const url = textOf(value, path, LIMITS.buttonUrl);
	const names = variablesIn(url);
	if (!/^https?:\/\/[^\s/]/.test(url))
		throw parameterRefusal(`Param ${path} must be a web address.`);
	if (
		names.length > 1 ||
		!areVariables(names, format) ||
		(names.length === 1 && !/\}\}$/.test(url))
	)
		throw parameterRefusal(`Param ${path} can hold one variable, at its end.`);
	return url;
}
