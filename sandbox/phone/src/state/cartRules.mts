import type { Product } from '../api/types.mts';
import { canBeBought, priceOf } from './shelf.mts';

/** How many of one item fit into a cart (facts 1.12). */
export const MOST = 99;

export interface CartLine {
	sku: string;
	quantity: number;
	/** The values that the customer last saw. */
	name: string;
	unitMinor: number;
	currency: string;
}

export interface CartChange {
	name: string;
	what: 'price' | 'gone';
	from: number;
	to: number | null;
	currency: string;
}

/** An order names one catalog (facts 2.2), so a cart holds products of one. */
export interface Cart {
	catalogId: string;
	lines: CartLine[];
	note: string;
	/** What changed in the catalog since the customer last looked. */
	changes: CartChange[];
}

export const emptyCart = (catalogId: string): Cart => ({
	catalogId,
	lines: [],
	note: '',
	changes: [],
});

export function quantityIn(cart: Cart | undefined, catalogId: string, sku: string): number {
	if (cart?.catalogId !== catalogId) return 0;
	return cart.lines.find((line) => line.sku === sku)?.quantity ?? 0;
}

export function unitsIn(cart: Cart | undefined): number {
	return cart?.lines.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
}

export function withQuantity(cart: Cart, product: Product, quantity: number): Cart {
	const capped = Math.max(0, Math.min(MOST, Math.trunc(quantity)));
	const line: CartLine = {
		sku: product.sku,
		quantity: capped,
		name: product.name,
		unitMinor: priceOf(product),
		currency: product.currency,
	};
	const known = cart.lines.some(({ sku }) => sku === product.sku);
	const lines = known
		? cart.lines.map((other) => (other.sku === product.sku ? line : other))
		: [...cart.lines, line];
	return { ...cart, lines: lines.filter((other) => other.quantity > 0) };
}

export function without(cart: Cart, sku: string): Cart {
	return { ...cart, lines: cart.lines.filter((line) => line.sku !== sku) };
}

/** One total per currency, in the smallest unit, since integers add up exactly. */
export function totalsOf(
	lines: Array<{ quantity: number; unitMinor: number; currency: string }>,
): Array<{ currency: string; minor: number }> {
	const totals = new Map<string, number>();
	for (const { quantity, unitMinor, currency } of lines)
		totals.set(currency, (totals.get(currency) ?? 0) + quantity * unitMinor);
	return [...totals].map(([currency, minor]) => ({ currency, minor }));
}

/**
 * The cart brought up to date with the catalog: new prices and names, without what can no longer be bought. Returns the same cart
 * when nothing changed. A product that is not loaded yet (`undefined`) is left alone.
 */
export function reconciled(cart: Cart, find: (sku: string) => Product | null | undefined): Cart {
	const changes: CartChange[] = [];
	let renamed = false;
	const lines = cart.lines.flatMap((line) => {
		const product = find(line.sku);
		if (product === undefined) return [line];
		if (!canBeBought(product)) {
			changes.push({ ...changeOf(line), what: 'gone', to: null });
			return [];
		}
		const unitMinor = priceOf(product);
		if (unitMinor !== line.unitMinor || product.currency !== line.currency) {
			changes.push({ ...changeOf(line), name: product.name, what: 'price', to: unitMinor });
		}
		renamed ||= product.name !== line.name;
		return [{ ...line, name: product.name, unitMinor, currency: product.currency }];
	});
	if (changes.length === 0 && !renamed) return cart;
	return { ...cart, lines, changes: [...cart.changes, ...changes] };
}

function changeOf({ name, unitMinor, currency }: CartLine) {
	return { name, from: unitMinor, currency };
}
