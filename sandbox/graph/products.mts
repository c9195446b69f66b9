import { readFilter } from './lists/filter.mts';
import { pageOf } from './lists/paging.mts';
import { formatPrice } from '../world/catalog/price.mts';
import type { Product } from '../world/catalog/product.mts';
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
	return answerProducts(products, request);
}

/** What the products edges have in common: approval, paging, fields and the summary. */
export function answerProducts(all: Product[], request: GraphCallFacts): object {
	const { parameters } = request;
	let products = all;
	if (optionalFlag(parameters, 'return_only_approved_products')) {
		products = products.filter((product) => product.reviewStatus === 'approved');
	}
	const { rows, paging } = pageOf(products, (product) => product.id, request);
	return {
		data: rows.map((product) => show(product, request)),
		...(paging ? { paging } : {}),
		...(wantsSummary(parameters.summary) ? { summary: { total_count: products.length } } : {}),
	};
}

/** GET of a product by Meta's id or by `catalog:…` (facts 6.2). */
export function readProduct(_context: Context, request: GraphRequest<'product'>): object {
	return show(request.node.product, request);
}

function show(product: Product, request: GraphCallFacts): object {
	return pickFields(
		fieldsOf(product, request.origin),
		request.parameters,
		NODE_TYPES.product,
		DEFAULT_FIELDS,
	);
}

function wantsSummary(value: unknown): boolean {
	return value === true || value === 'true' || value === '1' || value === 'total_count';
}

/** The fields of facts 6.2, apart from those that exist for India only. */
function fieldsOf(product: Product, origin: string): Fields {
	const picture = pictureUrl(origin, product.sku);
	const sale = product.salePriceMinor;
	return {
		id: () => product.id,
		retailer_id: () => product.sku,
		retailer_product_group_id: () => product.sku,
		name: () => product.name,
		description: () => product.description,
		price: () => formatPrice(product.priceMinor, product.currency),
		sale_price: () => (sale === null ? undefined : formatPrice(sale, product.currency)),
		currency: () => product.currency,
		availability: () => product.availability,
		image_url: () => picture,
		image_cdn_urls: () => [{ key: 'original', value: picture }],
		url: () => `https://shop.example/products/${encodeURIComponent(product.sku)}`,
		visibility: () => product.visibility,
		review_status: () => product.reviewStatus,
		capability_to_review_status: () => [
			{ key: 'WHATSAPP', value: product.reviewStatus.toUpperCase() },
		],
		errors: () => [],
		inventory: () => product.inventory,
		brand: () => product.brand,
		category: () => product.category,
		product_type: () => product.category,
		wa_compliance_category: () => 'DEFAULT',
	};
}
