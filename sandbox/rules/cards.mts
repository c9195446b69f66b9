import { messageRefusal } from './refusal/refusal.mts';
import { LIMITS } from './limits.mts';
import { demandGiven, listAt, objectAt } from './shape.mts';
import type { Shape } from './shape.mts';

/** The product that one card of a carousel shows. */
export interface CardProduct {
	catalogId: string;
	sku: string;
}

/**
 * The cards of a carousel message or template (facts 1.5, 1.9), in the order of their indexes. The fact sheet does not say that they are
 * shown in this order, but an index has no other use.
 */
export function readCards<Card extends CardProduct>(
	value: unknown,
	path: string,
	read: (card: Shape, path: string) => Card,
): [Card, ...Card[]] {
	const list = listAt(value, path, LIMITS.cards, LIMITS.fewestCards);
	const cards: Card[] = [];
	for (const [place, item] of list.entries()) {
		const at = `${path}[${place}]`;
		const card = objectAt(item, at);
		const index = indexAt(card.card_index, `${at}['card_index']`);
		if (cards[index] !== undefined)
			throw messageRefusal(131009, `${at}['card_index'] ${index} is used by another card.`);
		cards[index] = read(card, at);
	}
	const [first, ...others] = cards.filter((card) => card !== undefined);
	if (!first) throw messageRefusal(131008, `The parameter ${path} is required.`);
	const foreign = others.find(({ catalogId }) => catalogId !== first.catalogId);
	// Facts 1.5 says so for messages; a template can hardly show two catalogs where an account has one (facts 6.1).
	if (foreign)
		throw messageRefusal(
			131009,
			`All cards must have the same catalog_id - got ${first.catalogId} and ${foreign.catalogId}.`,
		);
	return [first, ...others];
}

/** 0–9, each once (facts 1.5). */
function indexAt(value: unknown, path: string): number {
	demandGiven(value, path);
	if (typeof value !== 'number' || !Number.isInteger(value))
		throw messageRefusal(100, `Param ${path} must be an integer.`);
	if (value < 0 || value >= LIMITS.cards)
		throw messageRefusal(131009, `${path} must be from 0 to ${LIMITS.cards - 1} - got ${value}.`);
	return value;
}
