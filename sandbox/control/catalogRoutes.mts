import type { FastifyInstance } from 'fastify';
import { formatPrice } from '../world/catalog/price.mts';
import { AVAILABILITIES, VISIBILITIES } from '../world/catalog/product.mts';
import type { Catalog, Product, ProductEdit } from '../world/catalog/product.mts';
import type { Context } from '../world/context.mts';
import { lengthOf } from '../rules/limits.mts';
import { picturePath } from '../world/shop/picture.mts';
import { bodyOf, onlyKnown } from './body.mts';
import type { Body } from './body.mts';
import { catalogOf } from './find.mts';
import { ControlRefusal } from './refusal.mts';

interface ById {
	Params: { id: string };
	Querystring: { search?: string; after?: string; limit?: string };
}

interface BySku {
	Params: { id: string; sku: string };
}

const DEFAULT_LIMIT = 50;
const MOST = 500;
const LONGEST_NAME = 200; // Meta's catalog has this limit; not in the fact sheet
const HIGHEST_PRICE_MINOR = 1_000_000_000;

/** The business's side of its catalogs: look, search, edit. */
export function addCatalogRoutes(app: FastifyInstance, context: Context): void {
	app.get('/control/catalogs', () =>
		[...context.state.catalogs.values()].map(({ id, name, currency, products }) => ({
			id,
			name,
			currency,
			productCount: products.length,
		})),
	);

	app.get<ById>('/control/catalogs/:id/products', (request) => {
		const { products } = catalogOf(context.state, request.params.id);
		const { search = '', after = '', limit = String(DEFAULT_LIMIT) } = request.query;
		const most = Number(limit);
		if (!Number.isInteger(most) || most < 1 || most > MOST)
			throw new ControlRefusal(400, `"limit" must be a whole number from 1 to ${MOST}.`);
		const words = search.trim().toLowerCase();
		const found = products.filter(
			({ sku, name }) => sku.toLowerCase().includes(words) || name.toLowerCase().includes(words),
		);
		// `after` is the last SKU of the page before, so an edit in between does not move the pages.
		const start = after === '' ? 0 : found.findIndex(({ sku }) => sku === after) + 1;
		if (after !== '' && start === 0)
			throw new ControlRefusal(400, `"after" must be a SKU of this list, and "${after}" is none.`);
		const page = found.slice(start, start + most);
		return {
			products: page.map(show),
			next: start + page.length < found.length ? (page.at(-1)?.sku ?? null) : null,
		};
	});

	app.get<BySku>('/control/catalogs/:id/products/:sku', ({ params }) =>
		show(productOf(catalogOf(context.state, params.id), params.sku)),
	);

	app.patch<BySku>('/control/catalogs/:id/products/:sku', (request) => {
		const catalog = catalogOf(context.state, request.params.id);
		const product = productOf(catalog, request.params.sku);
		catalog.edit(product.sku, editOf(bodyOf(request)));
		context.changes.tell('catalog');
		return show(product);
	});
}

function productOf(catalog: Catalog, sku: string): Product {
	const product = catalog.find(sku);
	if (!product)
		throw new ControlRefusal(404, `The catalog "${catalog.name}" has no product "${sku}".`);
	return product;
}

function show(product: Product): object {
	const { salePriceMinor, currency } = product;
	return {
		sku: product.sku,
		name: product.name,
		description: product.description,
		category: product.category,
		price: formatPrice(product.priceMinor, currency),
		priceMinor: product.priceMinor,
		salePrice: salePriceMinor === null ? null : formatPrice(salePriceMinor, currency),
		salePriceMinor,
		currency,
		availability: product.availability,
		visibility: product.visibility,
		reviewStatus: product.reviewStatus,
		pictureUrl: picturePath(product.sku),
	};
}

const CHECKS: Record<keyof ProductEdit, { holds: (value: unknown) => boolean; rule: string }> = {
	name: {
		holds: (value) =>
			typeof value === 'string' && value.trim() !== '' && lengthOf(value) <= LONGEST_NAME,
		rule: `a text of 1 to ${LONGEST_NAME} characters`,
	},
	priceMinor: {
		holds: isPrice,
		rule: `a whole number of the currency's smallest unit, from 1 to ${HIGHEST_PRICE_MINOR}`,
	},
	salePriceMinor: {
		holds: (value) => value === null || isPrice(value),
		rule: `a whole number of the currency's smallest unit, from 1 to ${HIGHEST_PRICE_MINOR}, or null for none`,
	},
	availability: {
		holds: (value) => AVAILABILITIES.some((known) => known === value),
		rule: `one of ${AVAILABILITIES.join(', ')}`,
	},
	visibility: {
		holds: (value) => VISIBILITIES.some((known) => known === value),
		rule: `one of ${VISIBILITIES.join(', ')}`,
	},
};

function editOf(body: Body): ProductEdit {
	onlyKnown(body, Object.keys(CHECKS));
	for (const [name, { holds, rule }] of Object.entries(CHECKS)) {
		if (Object.hasOwn(body, name) && !holds(body[name]))
			throw new ControlRefusal(400, `"${name}" must be ${rule}.`);
	}
	// Sound: every key and value has just been checked.
	return body as ProductEdit;
}

function isPrice(value: unknown): boolean {
	return (
		typeof value === 'number' &&
		Number.isInteger(value) &&
		value >= 1 &&
		value <= HIGHEST_PRICE_MINOR
	);
}
