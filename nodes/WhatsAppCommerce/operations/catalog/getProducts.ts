import {
	updateDisplayOptions,
	type IDataObject,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';

import {
	productsOfSet,
	queryProducts,
	type Product,
	type ProductQuery,
} from '../../../shared/graph/catalog/products';
import { allRows } from '../../../shared/graph/paging';
import { readRefusedError } from '../../../shared/graph/refusals/readRefused';
import { isGraphId } from '../../../shared/payload/rules/identifiers';
import { readFormattedPrice } from '../../../shared/payload/values/formattedPrice';
import { validate } from '../../../shared/payload/problems';
import { AVAILABILITIES, productFilters } from '../../../shared/payload/catalog/productFilters';
import { textLike } from '../../../shared/payload/values/text';
import { catalogField } from '../../fields/catalog';
import { locatorValue } from '../../fields/reading/locator';
import { productSetField } from '../../fields/productSet';
import { DraftError } from '../../items/draftError';
import { eachItem } from '../../items/eachItem';
import { limitFields, readLimit } from '../../fields/limit';
import { outputFields, productReader } from './outputFields';
import { readId } from '../../fields/reading/readId';

const properties: INodeProperties[] = [
	catalogField,
	...limitFields,
	outputFields,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Availability',
				name: 'availability',
				type: 'multiOptions',
				default: [],
				options: AVAILABILITIES as INodePropertyOptions[],
			},
			{
				displayName: 'Max Price',
				name: 'maxPrice',
				type: 'number',
				typeOptions: { numberPrecision: 2, minValue: 0 },
				default: 0,
				description: 'In the currency of the catalog, such as 9.90',
			},
			{
				displayName: 'Min Price',
				name: 'minPrice',
				type: 'number',
				typeOptions: { numberPrecision: 2, minValue: 0 },
				default: 0,
				description: 'In the currency of the catalog, such as 9.90',
			},
			{ ...productSetField, required: undefined },
			{
				displayName: 'Search',
				name: 'search',
				type: 'string',
				default: '',
				placeholder: 'e.g. bread',
				description: 'Part of the name or of the SKU',
			},
		],
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['catalog'], operation: ['getProducts'] } },
	properties,
);

/** Products of a catalog or of one of its sets, filtered. */
export const execute = eachItem(async function (item, graph) {
	const catalogId = readId.call(this, 'catalogId', 'Catalog', item);
	const enough = readLimit.call(this, item);
	const asItem = productReader.call(this, item);
	const { productSetId: locator, ...given } = this.getNodeParameter(
		'filters',
		item,
		{},
	) as IDataObject;
	const checked = validate(productFilters, given);
	if (!checked.ok) throw new DraftError(this.getNode(), checked.problems, item);
	const query: ProductQuery = checked.value;
	const productSetId = textLike(locatorValue(locator));
	if (productSetId === '') {
		const read = async (after?: string) =>
			await queryProducts(graph, catalogId, query, enough, after);
		const result = await allRows(read, enough);
		if (!result.ok) throw readRefusedError(this.getNode(), result.refusal, item);
		return result.value.map(asItem);
	}
	if (!isGraphId(productSetId)) {
		const sentence =
			'Product Set holds no ID. Choose a set from the list, or enter an ID of digits.';
		throw new DraftError(this.getNode(), [{ field: 'Product Set', sentence }], item);
	}
	// Meta does not filter inside a set (facts 6.2), so all of it is read and filtered here.
	const result = await allRows(
		async (after) => await productsOfSet(graph, productSetId, Number.POSITIVE_INFINITY, after),
	);
	if (!result.ok) throw readRefusedError(this.getNode(), result.refusal, item);
	return result.value
		.filter((product) => fits(product, query))
		.slice(0, enough)
		.map(asItem);
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
