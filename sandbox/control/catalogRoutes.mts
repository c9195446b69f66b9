import type { FastifyInstance } from 'fastify';
import { formatPrice, PRICE_DECIMALS } from '../world/catalog/price.mts';
import type { PriceStyle } from '../world/catalog/price.mts';
import type { Catalog, Product } from '../world/catalog/product.mts';
import { isOnSale } from '../world/catalog/salePrice.mts';
import type { Context } from '../world/context.mts';
import { picturePath } from '../world/shop/picture.mts';
import { bodyOf, oneOf, onlyKnown, optionalString } from './body.mts';
import type { Body } from './body.mts';
import { catalogOf } from './find.mts';
import { productEditOf } from './productEdit.mts';
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

	app.get<ById>('/control/catalogs/:id', ({ params }) =>
		showPrices(catalogOf(context.state, params.id)),
	);

	app.patch<ById>('/control/catalogs/:id', (request) => {
		const catalog = catalogOf(context.state, request.params.id);
		catalog.prices = priceStyleOf(bodyOf(request), catalog.prices);
		context.changes.tell('catalog');
		return showPrices(catalog);
	});

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
		catalog.edit(product.sku, productEditOf(bodyOf(request)));
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
	const { id: _id, brand: _brand, ...shown } = product;
	const { salePriceMinor, currency } = product;
	return {
		...shown,
		price: formatPrice(product.priceMinor, currency),
		salePrice: salePriceMinor === null ? null : formatPrice(salePriceMinor, currency),
		onSale: isOnSale(product),
		pictureUrl: picturePath(product.sku),
	};
}

function showPrices({ id, name, prices }: Catalog): object {
	const { currency, locale, decimals } = prices;
	return { id, name, currency, priceLocale: locale, priceDecimals: decimals };
}

function priceStyleOf(body: Body, now: PriceStyle): PriceStyle {
	onlyKnown(body, ['currency', 'priceLocale', 'priceDecimals']);
	const currency = optionalString(body, 'currency', now.currency);
	if (!Intl.supportedValuesOf('currency').includes(currency))
		throw new ControlRefusal(400, '"currency" must be a currency of ISO 4217, for example KWD.');
	const locale = optionalString(body, 'priceLocale', now.locale);
	if (!isLocale(locale))
		throw new ControlRefusal(400, '"priceLocale" must be a language tag, for example ar-KW.');
	const decimals = oneOf(body, 'priceDecimals', PRICE_DECIMALS, now.decimals);
	return { currency, locale, decimals };
}

/** One that Node.js has words for; a tag that is none at all makes Intl throw. */
function isLocale(tag: string): boolean {
	try {
		return Intl.NumberFormat.supportedLocalesOf([tag]).length === 1;
	} catch {
		return false;
	}
}
