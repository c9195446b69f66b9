import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Graph } from '../../shared/graph/connection';

import { inputItems } from './sources/inputItems';
import { json } from './sources/json';
import { order } from './sources/order';
import { productSet } from './sources/productSet';
import { sections } from './sources/sections';
import { skuList } from './sources/skuList';

/** In the order in which the editor lists them, which n8n wants alphabetical. */
const SOURCES = [inputItems, json, order, productSet, sections, skuList];

/** Where the products of a list come from, and the fields of each source. */
export const productListFields: INodeProperties[] = [
	{
		displayName: 'Products From',
		name: 'productSource',
		type: 'options',
		noDataExpression: true,
		default: 'sections',
		options: SOURCES.map(({ name, label, description }) => ({
			name: label,
			value: name,
			description,
		})),
	},
	...SOURCES.flatMap(({ fields }) => fields),
];

/** The sections of one message, from the source that the builder chose. */
export async function readProductList(
	this: IExecuteFunctions,
	items: number[],
	graph: Graph,
): Promise<unknown> {
	const name = this.getNodeParameter('productSource', items[0]);
	// An unknown name, from a newer package, counts as sections.
	const source = SOURCES.find((one) => one.name === name) ?? sections;
	return await source.read.call(this, items, graph);
}
