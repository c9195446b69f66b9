import { z } from 'zod/v4';

import {
	learnFromText,
	newPriceWriting,
	type PriceWriting,
} from '../../payload/values/priceWriting';
import type { Graph } from '../connection';
import { anything } from '../../payload/rules/rules';
import { page, type PageResult, softText } from '../paging';

/** Rows that a list of everything asks for at once. */
const LARGE_PAGE_SIZE = 250;

const product = z.object({
	id: softText,
	retailer_id: z.string(),
	name: softText,
	description: softText,
	/** Formatted and localised, for instance "$5.00". Facts 6.2. */
	price: softText,
	sale_price: softText,
	sale_price_start_date: anything,
	sale_price_end_date: anything,
	currency: softText,
	availability: softText,
	visibility: softText,
	review_status: softText,
	/** WhatsApp's own review among others; payload/catalog/reviewState.ts reads it. Facts 17.1. */
	capability_to_review_status: anything,
	quantity_to_sell_on_facebook: anything,
	image_url: softText,
	url: softText,
	brand: softText,
	category: softText,
	size: softText,
	color: softText,
	/** What variants have in common; without variants it may be the SKU itself. */
	retailer_product_group_id: softText,
});

/** The fields of a product that are asked for. Facts 6.2, 17. */
const PRODUCT_FIELDS = Object.keys(product.shape).join(',');

/** What a row of a drop-down is made of. */
const LISTED_FIELDS =
	'retailer_id,name,size,color,price,sale_price,sale_price_start_date,sale_price_end_date,currency,availability,visibility,review_status,capability_to_review_status';

export type Product = z.infer<typeof product> & {
	/** How its catalog writes prices, as far as this run has seen them; one for each catalog. */
	priceWriting?: PriceWriting;
};

/** Which products are wanted. */
export interface ProductQuery {
	/** Part of the name or of the SKU. */
	search?: string | undefined;
	availability?: string[] | undefined;
	/** Major units; Meta compares them ×100. Facts 6.2. */
	minPrice?: number | undefined;
	maxPrice?: number | undefined;
}

/**
 * A page for a drop-down: products of a catalog whose name or SKU contains `search`. Meta searches the
 * whole catalog. Facts 6.2.
 */
export const products = async (graph: Graph, catalogId: string, search?: string, after?: string) =>
	await pricedPage(graph, [catalogId, 'products'], {
		fields: LISTED_FIELDS,
		...filterParameter(filterFor({ search })),
		after,
	});

/** A large page of the products that fit `query`, or a smaller one where fewer are enough. */
export const queryProducts = async (
	graph: Graph,
	catalogId: string,
	query: ProductQuery,
	enough: number,
	after?: string,
) =>
	await productPage(
		graph,
		[catalogId, 'products'],
		Math.min(enough, LARGE_PAGE_SIZE),
		filterFor(query),
		after,
	);

/**
 * The same of a product set, in its order. A filter does not work there (facts 6.2).
 *
 * @param catalogId the catalog of the set, needed where prices are read
 */
export const productsOfSet = async (
	graph: Graph,
	productSetId: string,
	enough: number,
	after?: string,
	catalogId = productSetId,
) =>
	await productPage(
		graph,
		[productSetId, 'products'],
		Math.min(enough, LARGE_PAGE_SIZE),
		undefined,
		after,
		catalogId,
	);

/** A large page of prices alone, to see how the catalog writes them. */
export const pricePage = async (graph: Graph, catalogId: string) =>
	await pricedPage(graph, [catalogId, 'products'], {
		fields: 'retailer_id,price,sale_price,currency',
		limit: String(LARGE_PAGE_SIZE),
	});

/** The products with these SKUs, as many as fit into one URL; a page may hold fewer of them. */
export const productsBySku = async (
	graph: Graph,
	catalogId: string,
	skus: string[],
	after?: string,
) =>
	await productPage(
		graph,
		[catalogId, 'products'],
		skus.length,
		{ retailer_id: { is_any: skus } },
		after,
	);

/** The first products of a category, as the catalog names it. */
export const productsInCategory = async (
	graph: Graph,
	catalogId: string,
	category: string,
	enough: number,
) => await productPage(graph, [catalogId, 'products'], enough, { category: { eq: category } });

/** The variants of these product groups, in pages. Facts 6.2. */
export const productsInGroups = async (
	graph: Graph,
	catalogId: string,
	groupIds: string[],
	after?: string,
) =>
	await productPage(
		graph,
		[catalogId, 'products'],
		LARGE_PAGE_SIZE,
		{ retailer_product_group_id: { is_any: groupIds } },
		after,
	);

/** Products whose SKU contains one of these parts. */
export const productsWithSkuPart = async (graph: Graph, catalogId: string, parts: string[]) =>
	await productPage(graph, [catalogId, 'products'], LARGE_PAGE_SIZE, {
		or: parts.map((part) => ({ retailer_id: { i_contains: part } })),
	});

const contentId = z.object({ retailer_id: z.string() }).transform((row) => row.retailer_id);

/** The content IDs of a catalog, without anything else. */
export const contentIds = async (graph: Graph, catalogId: string, after?: string) =>
	await page(graph, [catalogId, 'products'], contentId, {
		fields: 'retailer_id',
		limit: String(LARGE_PAGE_SIZE),
		after,
	});

/** The content IDs that contain one of these parts. */
export const contentIdsWithParts = async (
	graph: Graph,
	catalogId: string,
	parts: string[],
	after?: string,
) =>
	await page(graph, [catalogId, 'products'], contentId, {
		fields: 'retailer_id',
		limit: String(LARGE_PAGE_SIZE),
		...filterParameter({ or: parts.map((part) => ({ retailer_id: { i_contains: part } })) }),
		after,
	});

function filterFor({ search, availability, minPrice, maxPrice }: ProductQuery): object | undefined {
	const conditions = [
		search && { or: [{ name: { i_contains: search } }, { retailer_id: { i_contains: search } }] },
		availability?.length && { availability: { is_any: availability } },
		minPrice !== undefined && { price_amount: { gte: Math.round(minPrice * 100) } },
		maxPrice !== undefined && { price_amount: { lte: Math.round(maxPrice * 100) } },
	].filter((condition) => typeof condition === 'object');
	return conditions.length > 1 ? { and: conditions } : conditions[0];
}

async function productPage(
	graph: Graph,
	path: Path,
	limit: number,
	filter?: object,
	after?: string,
	catalogId?: string,
): Promise<PageResult<Product>> {
	const query = {
		fields: PRODUCT_FIELDS,
		limit: String(limit),
		...filterParameter(filter),
		after,
	};
	return await pricedPage(graph, path, query, catalogId);
}

type Path = [id: string, edge: string];

/** A page whose prices tell how the catalog writes them; each of its products knows. */
async function pricedPage(
	graph: Graph,
	path: Path,
	query: Record<string, string | undefined>,
	catalogId = path[0],
): Promise<PageResult<Product>> {
	const result = await page(graph, path, product, query);
	if (!result.ok) return result;
	const priceWriting = await graph.once(['priceWriting', catalogId], async () => newPriceWriting());
	for (const { price, sale_price: salePrice, currency } of result.value.rows) {
		learnFromText(priceWriting, price, currency);
		learnFromText(priceWriting, salePrice, currency);
	}
	const rows = result.value.rows.map((row) => ({ ...row, priceWriting }));
	return { ok: true, value: { ...result.value, rows } };
}

const filterParameter = (filter?: object) => (filter ? { filter: JSON.stringify(filter) } : {});
