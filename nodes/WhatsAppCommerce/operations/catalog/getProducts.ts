import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import {
	type Product,
	type ProductQuery,
	productsOfSet,
	queryProducts,
} from '../../../shared/graph/catalog/products';
import { allRows } from '../../../shared/graph/paging';
import { priceReading } from '../../../shared/payload/catalog/catalogPrice';
import { AVAILABILITIES, productFilters } from '../../../shared/payload/catalog/productFilters';
import { LABELS } from '../../../shared/payload/labels';
import { isGraphId } from '../../../shared/payload/rules/identifiers';
import { textLike } from '../../../shared/payload/values/text';
import { catalog } from '../../fields/catalog';
import { limit } from '../../fields/limit';
import { productSet } from '../../fields/productSet';
import { without } from '../../fields/reading/fields';
import { locatorValue } from '../../fields/reading/locator';
import { eachItem } from '../../items/eachItem';
import { operation } from '../../items/operation';
import type { Run } from '../../items/run';
import { outputFields } from './outputFields';
import { settleFilteredPrices, settlePrices } from './unreadPrices';

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: LABELS.availability,
			name: 'availability',
			type: 'multiOptions',
			default: [],
			options: AVAILABILITIES as INodePropertyOptions[],
		},
		{
			displayName: LABELS.maxPrice,
			name: 'maxPrice',
			type: 'number',
			typeOptions: { numberPrecision: 2, minValue: 0 },
			default: 0,
			description: 'In the currency of the catalog, such as 9.90',
		},
		{
			displayName: LABELS.minPrice,
			name: 'minPrice',
			type: 'number',
			typeOptions: { numberPrecision: 2, minValue: 0 },
			default: 0,
			description: 'In the currency of the catalog, such as 9.90',
		},
		without(productSet.property, 'required'),
		{
			displayName: LABELS.search,
			name: 'search',
			type: 'string',
			default: '',
			placeholder: 'e.g. bread',
			description: 'Part of the name or of the SKU',
		},
	],
};

/** Products of a catalog or of one of its sets, filtered. */
export const getProducts = operation({
	resource: 'catalog',
	value: 'getProducts',
	name: 'Get Many Products',
	action: 'Get many products',
	description: 'Search a catalog or list it, with prices as numbers',
	subtitle: 'Get many products',
	fields: [catalog, ...limit.properties, outputFields, filters],
	execute: eachItem(async (run, item) => {
		const catalogId = catalog.read(run, item);
		const enough = limit.read(run, item);
		const asItem = outputFields.read(run, item);
		const { productSetId: locator, ...given } = run.given(filters.name, item, {}) as IDataObject;
		const query = run.valid(productFilters, given, item);
		const productSetId = textLike(locatorValue(locator));
		if (productSetId === '') {
			const read = await allRows(
				async (after) => await queryProducts(run.graph, catalogId, query, enough, after),
				enough,
			);
			return await itemsOf(run, catalogId, run.value(read, item), asItem);
		}
		if (!isGraphId(productSetId)) {
			const label = productSet.property.displayName;
			const sentence = `${label} holds no ID. Choose a set from the list, or enter an ID of digits.`;
			throw run.problem(label, sentence, item);
		}
		// Meta does not filter inside a set (facts 6.2), so all of it is read and filtered here.
		const all = Number.POSITIVE_INFINITY;
		const read = await allRows(
			async (after) => await productsOfSet(run.graph, productSetId, all, after, catalogId),
		);
		const products = run.value(read, item);
		const { minPrice, maxPrice } = query;
		if (minPrice !== undefined || maxPrice !== undefined) {
			await settleFilteredPrices(run, catalogId, products);
		}
		const fitting = products.filter((product) => fits(product, query)).slice(0, enough);
		return await itemsOf(run, catalogId, fitting, asItem);
	}),
});

async function itemsOf(
	run: Run,
	catalogId: string,
	products: Product[],
	asItem: (product: Product) => IDataObject,
): Promise<IDataObject[]> {
	await settlePrices(run, catalogId, products);
	return products.map(asItem);
}

function fits(
	product: Product,
	{ search, availability, minPrice, maxPrice }: ProductQuery,
): boolean {
	const wanted = search?.toLowerCase() ?? '';
	const text = `${product.name ?? ''}\n${product.retailer_id}`.toLowerCase();
	const { price } = priceReading(product, product.price);
	return (
		text.includes(wanted) &&
		(!availability?.length || availability.includes(product.availability ?? '')) &&
		(minPrice === undefined || (price !== null && price >= minPrice)) &&
		(maxPrice === undefined || (price !== null && price <= maxPrice))
	);
}
