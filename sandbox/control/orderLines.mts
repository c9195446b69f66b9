import { majorUnits } from '../world/catalog/price.mts';
import type { Catalog, Product } from '../world/catalog/product.mts';
import { obstacleOf } from '../world/catalog/review.mts';
import { unitPriceOf } from '../world/catalog/salePrice.mts';
import type { OrderLine } from '../world/chatEntry.mts';
import { objectOf } from './body.mts';
import { ControlRefusal } from './refusal.mts';

const MOST_UNITS = 99; // facts 1.12: of one item in one cart

/**
 * The lines of an order in the webhook's form (facts 2.2). A line without a price is a line of the customer's cart: it takes its price from
 * the catalog and has to keep the cart's rules (facts 1.12). With a price of its own a line goes through untouched, and null leaves a field
 * out of the webhook, so that a receiver can be tested with any input.
 */
export function linesOf(value: unknown, catalog: Catalog): Array<Record<string, unknown>> {
	if (!Array.isArray(value) || value.length === 0)
		throw new ControlRefusal(400, '"lines" must be a list with at least one line.');
	const units = new Map<string, number>();
	return value.map((line, index) => lineOf(line, index, catalog, units));
}

function lineOf(
	value: unknown,
	index: number,
	catalog: Catalog,
	units: Map<string, number>,
): Record<string, unknown> {
	const place = `Line ${index + 1}`;
	const line = objectOf(value, place);
	const { sku } = line;
	if (typeof sku !== 'string' || sku === '')
		throw new ControlRefusal(400, `${place} has no "sku".`);
	const product = catalog.find(sku);
	if (line.price === undefined) checkCartLine(line, place, catalog, product, units);
	const defaults = {
		quantity: 1,
		// `item_price` of an item on sale is the sale price (facts 17.4).
		price: product && majorUnits(unitPriceOf(product), product.currency),
		currency: product?.currency ?? catalog.currency,
	};
	return Object.fromEntries(
		Object.entries({
			product_retailer_id: sku,
			quantity: given(line.quantity, defaults.quantity),
			item_price: given(line.price, defaults.price),
			currency: given(line.currency, defaults.currency),
		}).filter(([, content]) => content !== null),
	);
}

/** Refuses what WhatsApp would not let a customer put into a cart, or order. */
function checkCartLine(
	{ sku, quantity = 1 }: Record<string, unknown>,
	place: string,
	catalog: Catalog,
	product: Product | undefined,
	units: Map<string, number>,
): void {
	if (!product) {
		throw new ControlRefusal(
			400,
			`${place}: the catalog "${catalog.name}" has no product "${String(sku)}", so the line needs a "price".`,
		);
	}
	if (!isForSale(product))
		throw new ControlRefusal(
			400,
			`${place}: "${product.name}" (${product.sku}) is not available now, so it cannot be ordered.`,
		);
	const before = units.get(product.sku) ?? 0;
	const total = before + Number(quantity);
	if (!Number.isInteger(quantity) || Number(quantity) < 1 || total > MOST_UNITS) {
		const wanted = before > 0 ? `${before} and ${String(quantity)}` : String(quantity);
		throw new ControlRefusal(
			400,
			`${place}: a cart holds 1 to ${MOST_UNITS} of "${product.name}" (${product.sku}), not ${wanted}.`,
		);
	}
	units.set(product.sku, total);
}

/** A product without any review counts as shown here: whoever has it on the screen can order it. */
function isForSale(product: Product): boolean {
	return product.availability !== 'out of stock' && obstacleOf(product, 'sent') === null;
}

/** The same lines in the form that the chat keeps. */
export function chatLines(lines: Array<Record<string, unknown>>): OrderLine[] {
	return lines.map((line) => ({
		sku: String(line.product_retailer_id),
		quantity: line.quantity ?? null,
		price: line.item_price ?? null,
		currency: line.currency ?? null,
	}));
}

function given(value: unknown, fallback: unknown): unknown {
	return value === undefined ? fallback : value;
}
