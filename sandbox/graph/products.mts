import { readFilter } from './lists/filter.mts';
import { pageOf } from './lists/paging.mts';
import { priceText } from '../world/catalog/price.mts';
import type { PriceStyle } from '../world/catalog/price.mts';
import type { Catalog, Product } from '../world/catalog/product.mts';
import type { Context } from '../world/context.mts';
import { pictureUrl } from '../world/shop/picture.mts';
import { pickFields } from './fields.mts';
import type { Fields } from './fields.mts';
import { NODE_TYPES } from './nodes.mts';
import { optionalFlag } from '../rules/parameters.mts';
import type { GraphCallFacts, GraphRequest } from './request.mts';

const DEFAULT_FIELDS = ['id', 'name', 'retailer_id'];

/** GET /{CATALOG_ID}/products (facts 6.2). */
export function listProducts(_context: Context, request: GraphRequest<'catalog'>): object {
	const { node, parameters } = request;
	let products = node.catalog.products;
	if (parameters.filter !== undefined && parameters.filter !== '')
		products = products.filter(readFilter(parameters.filter));
	return answerProducts(node.catalog, products, request);
}

/** What the products edges have in common: approval, paging, fields and the summary. */
export function answerProducts(catalog: Catalog, all: Product[], request: GraphCallFacts): object {
	const { parameters } = request;
	let products = all;
	if (optionalFlag(parameters, 'return_only_approved_products')) {
		// By the catalog's own review; whether WhatsApp's state counts here is not known. Empty is no objection (facts 17.1).
		products = products.filter(({ reviewStatus }) => ['approved', ''].includes(reviewStatus));
	}
	const { rows, paging } = pageOf(products, (product) => product.id, request);
	return {
		data: rows.map((product) => show(catalog, product, request)),
		...(paging ? { paging } : {}),
		...(wantsSummary(parameters.summary) ? { summary: { total_count: products.length } } : {}),
	};
}

/** GET of a product by Meta's id or by `catalog:…` (facts 6.2). */
export function readProduct(_context: Context, request: GraphRequest<'product'>): object {
	return show(request.node.catalog, request.node.product, request);
}

function show({ prices }: Catalog, product: Product, request: GraphCallFacts): object {
	return pickFields(
		fieldsOf(product, prices, request.origin),
		request.parameters,
		NODE_TYPES.product,
		DEFAULT_FIELDS,
	);
}

function wantsSummary(value: unknown): boolean {
	return value === true || value === 'true' || value === '1' || value === 'total_count';
}

/** The fields of facts 6.2, 17.1, 17.4 and 17.5, apart from those that exist for India only. What has no value is left out. */
function fieldsOf(product: Product, prices: PriceStyle, origin: string): Fields {
	const picture = pictureUrl(origin, product.sku);
	const sale = product.salePriceMinor;
	const style = { ...prices, currency: product.currency };
	return {
		id: () => product.id,
		retailer_id: () => product.sku,
		// What a product without variants has here is not known; the sandbox takes it for a group of its own.
		retailer_product_group_id: () => product.groupId ?? product.sku,
		name: () => product.name,
		description: () => product.description,
		price: () => priceText(product.priceMinor, style),
		// As it was given, also where it is none: whoever reads it has to know (facts 17.4).
		sale_price: () => (sale === null ? undefined : priceText(sale, style)),
		sale_price_start_date: () => graphTime(product.salePriceStart),
		sale_price_end_date: () => graphTime(product.salePriceEnd),
		currency: () => product.currency,
		availability: () => product.availability,
		image_url: () => picture,
		image_cdn_urls: () => [{ key: 'original', value: picture }],
		url: () => `https://shop.example/products/${encodeURIComponent(product.sku)}`,
		visibility: () => product.visibility,
		review_status: () => product.reviewStatus,
		capability_to_review_status: () =>
			product.whatsappReview === null
				? undefined
				: [{ key: 'WHATSAPP', value: product.whatsappReview }],
		errors: () => [],
		inventory: () => product.inventory ?? undefined,
		quantity_to_sell_on_facebook: () => product.quantityToSell ?? undefined,
		size: () => product.size ?? undefined,
		color: () => product.color ?? undefined,
		brand: () => product.brand,
		category: () => product.category,
		product_type: () => product.category,
		wa_compliance_category: () => 'DEFAULT',
	};
}

/** `2026-11-01T00:00:00+0000`, Graph's usual form of a time; general Graph knowledge. */
function graphTime(iso: string | null): string | undefined {
	return iso === null ? undefined : new Date(iso).toISOString().replace(/\.\d+Z$/, '+0000');
}
