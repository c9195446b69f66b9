import { messageRefusal } from '../refusal/refusal.mts';
import type { CardProduct } from '../cards.mts';
import { objectAt, onlyKeys, stringAt } from '../shape.mts';
import type { Shape } from '../shape.mts';
import type { SentButton, SentParameters, SentParts } from './parts.mts';
import { checkType } from './texts.mts';

/** The product in a header (facts 1.7, 1.9): the only place in a template that names a catalog. */
export function headerProduct({ list, path }: SentParameters, part: string): CardProduct {
	const [parameter, ...others] = list;
	// What Meta answers to a media header without media; the fact sheet has no code for a missing product.
	if (!parameter)
		throw messageRefusal(132012, `${part}: Format mismatch, expected PRODUCT, received UNKNOWN`);
	checkType(parameter, 'product', part);
	if (others.length > 0)
		throw messageRefusal(
			132000,
			`${part}: number of params (${list.length}) does not match the expected number of params (1)`,
		);
	onlyKeys(parameter, `${path}[0]`, ['type', 'product']);
	const product = objectAt(parameter.product, `${path}[0]['product']`);
	onlyKeys(product, `${path}[0]['product']`, ['product_retailer_id', 'catalog_id']);
	return {
		catalogId: stringAt(product.catalog_id, `${path}[0]['product']['catalog_id']`),
		sku: stringAt(product.product_retailer_id, `${path}[0]['product']['product_retailer_id']`),
	};
}

/** A product template has one button, at index 0. */
export function onlyButton({ buttons }: SentParts, subType: string): SentButton | undefined {
	const [button, ...others] = buttons;
	if (!button) return undefined;
	if (button.subType !== subType)
		throw messageRefusal(
			132012,
			`buttons: Format mismatch, expected ${subType}, received ${button.subType}`,
		);
	if (others.length > 0 || button.index !== 0)
		throw messageRefusal(132012, 'buttons: the template has one button, at index 0.');
	return button;
}

/** Refuses parameters for a button that takes none: an SPM button takes its product from the header. */
export function checkNoButton({ buttons }: SentParts): void {
	const [button] = buttons;
	if (button)
		throw messageRefusal(
			132012,
			`buttons: the template's button takes no parameters, but one of type ${button.subType} is given.`,
		);
}

/** The `action` of an MPM or catalog button; leaving it out is 131008 (facts 1.8). */
export function buttonAction(
	parts: SentParts,
	subType: 'MPM' | 'CATALOG',
	keys: string[],
): { action: Shape; path: string } {
	const button = onlyButton(parts, subType);
	const [parameter, ...others] = button?.list ?? [];
	if (!button || !parameter)
		throw messageRefusal(
			131008,
			`buttons: the button of type ${subType} requires a parameter of type action.`,
		);
	if (others.length > 0)
		throw messageRefusal(
			132000,
			`buttons: number of params (${button.list.length}) does not match the expected number of params (1)`,
		);
	checkType(parameter, 'action', 'buttons');
	onlyKeys(parameter, `${button.path}[0]`, ['type', 'action']);
	const path = `${button.path}[0]['action']`;
	const action = objectAt(parameter.action, path);
	onlyKeys(action, path, keys);
	return { action, path };
}
