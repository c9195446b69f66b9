import type { INodeProperties } from 'n8n-workflow';

import { inputItems } from './sources/inputItems';
import { json } from './sources/json';
import { order } from './sources/order';
import { productSet } from './sources/productSet';
import { sections } from './sources/sections';
import { skuList } from './sources/skuList';
import type { ProductSource } from './sources/source';

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

/** The source of that name; an unknown one, from a newer package, counts as sections. */
export const sourceNamed = (name: unknown): ProductSource =>
	SOURCES.find((source) => source.name === name) ?? sections;
