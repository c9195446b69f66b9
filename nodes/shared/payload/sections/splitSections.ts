import { LIMITS } from '../limits';
import type { ProductSection } from './sections';
import { codePointCount, shortened } from '../values/text';

/** The best way to cover the products up to some place. */
interface Best {
	messages: number;
	/** Sections that are cut in two. */
	cuts: number;
	/** Where the last message begins. */
	from: number;
}

/**
 * Spreads sections over the fewest messages that hold them, in their order; among the ways to do
 * that, one that cuts the fewest sections in two. A cut section has its title in both messages.
 *
 * Each prefix of the best way is itself the best for its products, so one pass over the products
 * finds it: at most 30 steps for each.
 */
export function splitSections(sections: ProductSection[]): ProductSection[][] {
	const count = sections.reduce((sum, { product_items: items }) => sum + items.length, 0);
	if (count === 0) return [];
	if (count <= LIMITS.products && sections.length <= LIMITS.sections) return [sections];
	const places = sections.flatMap(({ product_items: items }, section) =>
		items.map((item) => ({ section, item })),
	);
	const best: Best[] = [{ messages: 0, cuts: 0, from: 0 }];
	for (let end = 1; end <= places.length; end++) {
		let chosen: Best | undefined;
		for (let from = end - 1; from >= Math.max(0, end - LIMITS.products); from--) {
			if (places[end - 1].section - places[from].section >= LIMITS.sections) break;
			const isCut = from > 0 && places[from - 1].section === places[from].section;
			const way = {
				messages: best[from].messages + 1,
				cuts: best[from].cuts + (isCut ? 1 : 0),
				from,
			};
			if (!chosen || isBetter(way, chosen)) chosen = way;
		}
		best.push(chosen as Best);
	}
	const messages: ProductSection[][] = [];
	for (let end = places.length; end > 0; end = best[end].from) {
		messages.unshift(gather(sections, places.slice(best[end].from, end)));
	}
	return messages;
}

/** On a tie the way found first stays: the one whose earlier messages are fuller. */
function isBetter(way: Best, other: Best): boolean {
	return way.messages === other.messages ? way.cuts < other.cuts : way.messages < other.messages;
}

function gather(
	sections: ProductSection[],
	places: Array<{ section: number; item: ProductSection['product_items'][number] }>,
): ProductSection[] {
	const gathered = new Map<number, ProductSection>();
	for (const { section, item } of places) {
		const { title } = sections[section];
		const part = gathered.get(section) ?? { ...(title && { title }), product_items: [] };
		part.product_items.push(item);
		gathered.set(section, part);
	}
	return [...gathered.values()];
}

/**
 * Spreads products over the fewest carousels: each as full as the others, in their order, and none
 * with a single card. Facts 1.5.
 */
export function splitCards(products: string[]): string[][] {
	const count = Math.ceil(products.length / LIMITS.cards.max);
	return Array.from({ length: count }, (_, index) =>
		products.slice(
			Math.ceil((products.length * index) / count),
			Math.ceil((products.length * (index + 1)) / count),
		),
	);
}

/** `Fresh today (1/3)`, the text shortened where the number would not fit into `max` characters. */
export function numbered(text: string, part: number, parts: number, max: number): string {
	if (parts === 1) return text;
	const number = ` (${part}/${parts})`;
	const room = max - codePointCount(number);
	return `${shortened(text, room)}${number}`;
}
