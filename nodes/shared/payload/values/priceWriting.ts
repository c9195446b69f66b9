import { readPriceText, type PriceReading, type Separators } from './formattedPrice';
import { currencyExponent, hasMoreDecimals, lineTotalMinor } from './money';

/** What the separators of a catalog's prices were seen to be, for one currency. */
interface SeenSeparators {
	decimal: Set<string>;
	group: Set<string>;
}

/**
 * How one catalog writes prices, learnt from those that can be read in one way only. It decides where
 * a text alone says nothing: "1.250" in a currency of three decimals.
 */
export interface PriceWriting {
	/** By currency. */
	inTexts: Map<string, SeenSeparators>;
	/** What orders have shown: it decides only where no text does. */
	inOrders: Map<string, SeenSeparators>;
}

/** Nothing learnt yet. */
export const newPriceWriting = (): PriceWriting => ({ inTexts: new Map(), inOrders: new Map() });

/** Learns from a price of the catalog, if it can be read in one way only. */
export function learnFromText(writing: PriceWriting, text: unknown, currency: unknown): void {
	if (typeof currency !== 'string' || isSettled(writing, currency)) return;
	const reading = readPriceText(text, currency);
	if (reading.price !== null) add(writing.inTexts, currency, reading.separators);
}

/**
 * Learns from what a customer paid for a product, if that is one of the two ways to read its price: a
 * price that has become a thousand times as high since is no likely one.
 *
 * @param ordered major units of the same currency, per unit
 */
export function learnFromOrder(
	writing: PriceWriting,
	text: unknown,
	currency: string,
	ordered: unknown,
): void {
	const reading = readPriceText(text, currency);
	const paid = lineTotalMinor(ordered, 1, currency);
	if (reading.price !== null || reading.reason !== 'twoWays' || paid === null) return;
	if (hasMoreDecimals(ordered, currency)) return;
	const { separator, asDecimal, asGroup } = reading;
	const isPaid = (price: number) => lineTotalMinor(price, 1, currency) === paid;
	if (isPaid(asDecimal)) add(writing.inOrders, currency, { decimal: separator });
	if (isPaid(asGroup)) add(writing.inOrders, currency, { group: separator });
}

/** Reads a price of the catalog with all that is known about how it writes prices. */
export function readCatalogPrice(
	text: unknown,
	currency: unknown,
	writing: PriceWriting | undefined,
): PriceReading {
	return readPriceText(text, currency, knownSeparators(writing, currency));
}

/** Whether prices of the catalog contradict each other, so that they decide nothing. */
export const isMixed = (writing: PriceWriting | undefined, currency: unknown): boolean =>
	typeof currency === 'string' && settled(writing?.inTexts.get(currency)) === null;

/** Whether a price of the catalog has decimals, so that one without has none to hide. */
export const showsDecimals = (writing: PriceWriting | undefined, currency: string): boolean =>
	(writing?.inTexts.get(currency)?.decimal.size ?? 0) > 0;

function knownSeparators(writing: PriceWriting | undefined, currency: unknown): Separators {
	if (!writing || typeof currency !== 'string') return {};
	const texts = writing.inTexts.get(currency);
	return settled(texts ?? writing.inOrders.get(currency)) ?? {};
}

/** Undefined where nothing is known, null where what was seen contradicts itself. */
function settled(seen: SeenSeparators | undefined): Separators | null | undefined {
	if (!seen) return undefined;
	const [decimal, ...otherDecimals] = seen.decimal;
	const [group, ...otherGroups] = seen.group;
	const isOne = otherDecimals.length === 0 && otherGroups.length === 0;
	if (!isOne || (decimal !== undefined && decimal === group)) return null;
	return { ...(decimal !== undefined && { decimal }), ...(group !== undefined && { group }) };
}

/** Whether the other prices can tell nothing more: with two decimals or none "1.250" is no question. */
const isSettled = (writing: PriceWriting, currency: string): boolean =>
	currencyExponent(currency) < 3 && showsDecimals(writing, currency);

function add(
	seen: Map<string, SeenSeparators>,
	currency: string,
	{ decimal, group }: Separators,
): void {
	if (decimal === undefined && group === undefined) return;
	const known = seen.get(currency) ?? { decimal: new Set(), group: new Set() };
	seen.set(currency, known);
	if (decimal !== undefined) known.decimal.add(decimal);
	if (group !== undefined) known.group.add(group);
}
