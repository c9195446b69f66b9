import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import {
	type Product,
	type ProductQuery,
	productsOfSet,
	queryProducts,
} from '../../../shared/graph/catalog/products';
import { allRows } from '../../../shared/graph/paging';
import { AVAILABILITIES, productFilters } from '../../../shared/payload/catalog/productFilters';
import { LABELS } from '../../../shared/payload/labels';
import { isGraphId } from '../../../shared/payload/rules/identifiers';
import { readFormattedPrice } from '../../../shared/payload/values/formattedPrice';
import { textLike } from '../../../shared/payload/values/text';
import { catalog } from '../../fields/catalog';
import { limit } from '../../fields/limit';
import { productSet } from '../../fields/productSet';
import { without } from '../../fields/reading/fields';
import { locatorValue } from '../../fields/reading/locator';
import { eachItem } from '../../items/eachItem';
import { operation } from '../../items/operation';
import { outputFields } from './outputFields';

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
			return run.value(read, item).map(asItem);
		}
		if (!isGraphId(productSetId)) {
			const label = productSet.property.displayName;
			const sentence = `${label} holds no ID. Choose a set from the list, or enter an ID of digits.`;
			throw run.problem(label, sentence, item);
		}
		// Meta does not filter inside a set (facts 6.2), so all of it is read and filtered here.
		const all = Number.POSITIVE_INFINITY;
		const read = await allRows(
			async (after) => await productsOfSet(run.graph, productSetId, all, after),
		);
		return run
			.value(read, item)
			.filter((product) => fits(product, query))
			.slice(0, enough)
			.map(asItem);
	}),
});

function fits(
	product: Product,
	{ search, availability, minPrice, maxPrice }: ProductQuery,
): boolean {
	const wanted = search?.toLowerCase() ?? '';
	const text = `${product.name ?? ''}\n${product.retailer_id}`.toLowerCase();
	const price = readFormattedPrice(product.price, product.currency);
	return (
		text.includes(wanted) &&
		(!availability?.length || availability.includes(product.availability ?? '')) &&
		(minPrice === undefined || (price !== null && price >= minPrice)) &&
		(maxPrice === undefined || (price !== null && price <= maxPrice))
	);
}
