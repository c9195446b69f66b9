import { majorUnits } from '../catalog/price.mts';
import type { Catalog } from '../catalog/product.mts';
import { objectOf } from './body.mts';
import { ControlRefusal } from './refusal.mts';

/**
 * The lines of an order as the webhook carries them (facts 2.2). What is left out comes from the catalog, what is given goes
 * through untouched, and null leaves the field out of the webhook: so that a receiver can be tried with anything.
 */
export function linesOf(value: unknown, catalog: Catalog): Array<Record<string, unknown>> {
	if (!Array.isArray(value) || value.length === 0)
		throw new ControlRefusal(400, '"lines" must be a list with at least one line.');
	return value.map((line, index) => lineOf(line, index, catalog));
}

function lineOf(value: unknown, index: number, catalog: Catalog): Record<string, unknown> {
	const line = objectOf(value, `Line ${index + 1}`);
	const { sku } = line;
	if (typeof sku !== 'string' || sku === '')
		throw new ControlRefusal(400, `Line ${index + 1} has no "sku".`);
	const product = catalog.find(sku);
	if (!product && line.price === undefined) {
		throw new ControlRefusal(
			400,
			`Line ${index + 1}: the catalog "${catalog.name}" has no product "${sku}", so the line needs a "price".`,
		);
	}
	const defaults = {
		quantity: 1,
		// The customer sees and orders at the sale price when there is one.
		price: product && majorUnits(product.salePriceMinor ?? product.priceMinor, product.currency),
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

function given(value: unknown, fallback: unknown): unknown {
	return value === undefined ? fallback : value;
}
