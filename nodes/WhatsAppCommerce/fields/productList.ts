import type { INodeProperties } from 'n8n-workflow';

import type { Items } from '../items/items';
import type { Run } from '../items/run';
import { inputItems } from './sources/inputItems';
import { json } from './sources/json';
import { orders } from './sources/orders';
import { productSetSource } from './sources/productSet';
import { sections } from './sources/sections';
import { skuList } from './sources/skuList';

/** In the order of the editor's list, which n8n wants alphabetical. */
const SOURCES = [inputItems, json, orders, productSetSource, sections, skuList];

/** Where the products of a list come from, and the fields of each source. */
const properties: INodeProperties[] = [
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

export const productList = {
	properties,
	/** The sections of one message, from the source that the builder chose. */
	async read(run: Run, items: Items): Promise<unknown> {
		const name = run.given('productSource', items[0]);
		// An unknown name, from a newer package, counts as sections.
		const source = SOURCES.find((one) => one.name === name) ?? sections;
		return await source.read(run, items);
	},
};
