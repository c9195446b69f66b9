import { LIMITS } from '../limits';
import { codePointCount, shortened } from '../values/text';
import type { ProductSection } from './sections';

/** One way to spread the products up to some place over messages. */
interface Way {
	messages: number;
	/** Sections that are cut in two. */
	cuts: number;
	/** Places of the first product of its last message, and of the first one after it. */
	from: number;
	to: number;
	/** The way without its last message; null when it has none. */
	before: Way | null;
}

/** A product and its section. */
interface Place {
	section: number;
	title: string | undefined;
	item: ProductSection['product_items'][number];
}

/** A place where a message can begin. */
interface Start {
	place: number;
	section: number;
	/** Whether a section is cut there. */
	isCut: boolean;
	/** The best way for all products before it. */
	before: Way;
}

/**
 * Spreads sections over the fewest messages that hold them, in their order; among the ways to do
 * that, one that cuts the fewest sections in two. A cut section has its title in both messages.
 *
 * The best way for some products begins with the best way for fewer of them, so one pass over the
 * products finds it: at most 30 steps for each.
 */
export function splitSections(sections: ProductSection[]): ProductSection[][] {
	const places = sections.flatMap(({ title, product_items: items }, section): Place[] =>
		items.map((item) => ({ section, title, item })),
	);
	if (places.length === 0) return [];
	if (places.length <= LIMITS.products && sections.length <= LIMITS.sections) return [sections];
	let best: Way = { messages: 0, cuts: 0, from: 0, to: 0, before: null };
	const starts: Start[] = [];
	for (const [place, { section }] of places.entries()) {
		const isCut = places[place - 1]?.section === section;
		const here: Start = { place, section, isCut, before: best };
		best = wayFrom(here, place + 1);
		for (const start of starts.slice(1 - LIMITS.products).reverse()) {
			if (section - start.section >= LIMITS.sections) break;
			const way = wayFrom(start, place + 1);
			if (isBetter(way, best)) best = way;
		}
		starts.push(here);
	}
	const messages: ProductSection[][] = [];
	for (let way = best; way.before !== null; way = way.before) {
		messages.unshift(gather(places.slice(way.from, way.to)));
	}
	return messages;
}

/** The way whose last message begins at a place. */
const wayFrom = ({ place, isCut, before }: Start, to: number): Way => ({
	messages: before.messages + 1,
	cuts: before.cuts + (isCut ? 1 : 0),
	from: place,
	to,
	before,
});

/** On a tie the way found first stays: the one whose earlier messages are fuller. */
function isBetter(way: Way, other: Way): boolean {
	return way.messages === other.messages ? way.cuts < other.cuts : way.messages < other.messages;
}

function gather(places: Place[]): ProductSection[] {
	const gathered = new Map<number, ProductSection>();
	for (const { section, title, item } of places) {
		const part = gathered.get(section) ?? { ...(title && { title }), product_items: [] };
		part.product_items.push(item);
		gathered.set(section, part);
	}
	return [...gathered.values()];
}

/**
 * Spreads products over the fewest carousels, in their order and as evenly as possible, so that none
 * has a single card. Facts 1.5.
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
