import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { LIMITS } from '../../shared/payload/limits';
import { splitSkus } from '../../shared/payload/text';
import { productField } from './catalog';

const EXAMPLE_JSON = `[
  { "title": "Bread", "skus": ["BREAD-01", "BREAD-02"] },
  { "title": "Fruit", "skus": "APPLE-01, PEAR-01" }
]`;

/** Products in a section as far as the editor can count them: an expression counts as one. */
const COUNT =
	'($collection.item.value.products?.product?.length ?? 0) + String($collection.item.value.skus ?? "").split(/[,;\\t\\r\\n]+/).filter((sku) => sku.trim() !== "").length';

/** Where the products of a list come from, and the fields of each source. */
export const productListFields: INodeProperties[] = [
	{
		displayName: 'Products From',
		name: 'productSource',
		type: 'options',
		default: 'sections',
		options: [
			{
				name: 'Sections',
				value: 'sections',
				description: 'Fill in the sections here, with a product picker or pasted SKUs',
			},
			{
				name: 'JSON',
				value: 'json',
				description: 'Give all sections as JSON, for instance from an earlier node',
			},
		],
	},
	{
		displayName: 'Sections',
		name: 'sections',
		type: 'fixedCollection',
		placeholder: 'Add Section',
		typeOptions: {
			multipleValues: true,
			sortable: true,
			multipleValueButtonText: 'Add Section',
			fixedCollection: {
				itemTitle: `={{ $collection.item.value.title || "Section " + ($collection.item.index + 1) }} · {{ ((count) => count + (count === 1 ? " product" : " products"))(${COUNT}) }}`,
			},
		},
		default: { section: [{ title: '', skus: '' }] },
		description: `Up to ${LIMITS.sections} sections with up to ${LIMITS.products} products together. Customers see them in this order.`,
		displayOptions: { show: { productSource: ['sections'] } },
		options: [
			{
				displayName: 'Section',
				name: 'section',
				values: [
					{
						displayName: 'Title',
						name: 'title',
						type: 'string',
						default: '',
						placeholder: 'e.g. Bread',
						description: `Up to ${LIMITS.sectionTitle} characters. Needed as soon as there is more than one section.`,
					},
					{
						displayName: 'Products',
						name: 'products',
						type: 'fixedCollection',
						placeholder: 'Add Product',
						typeOptions: {
							multipleValues: true,
							sortable: true,
							multipleValueButtonText: 'Add Product',
						},
						default: {},
						options: [
							{
								displayName: 'Product',
								name: 'product',
								values: [{ ...productField, required: undefined }],
							},
						],
					},
					{
						displayName: 'SKUs',
						name: 'skus',
						type: 'string',
						typeOptions: { rows: 2 },
						default: '',
						placeholder: 'e.g. BREAD-01, BREAD-02',
						description:
							'More products of this section, pasted as SKUs with commas, semicolons, tabs or new lines between them. They come after the products picked above. Pick a product above if its own SKU contains a comma or semicolon.',
					},
				],
			},
		],
	},
	{
		displayName: 'Sections (JSON)',
		name: 'sectionsJson',
		type: 'json',
		typeOptions: { rows: 8 },
		required: true,
		default: EXAMPLE_JSON,
		description:
			'A list of sections, each with "title" and "skus" (a list or a text). The "sections" of a ready-made message of Meta are understood too. In an expression put a space between closing braces: "} }" instead of "}}".',
		displayOptions: { show: { productSource: ['json'] } },
	},
];

/** The sections of one item, as the builder gave them; checked by payload/sections.ts. */
export function readProductList(this: IExecuteFunctions, item: number): unknown {
	if (this.getNodeParameter('productSource', item) === 'json') {
		return this.getNodeParameter('sectionsJson', item);
	}
	const given = this.getNodeParameter('sections', item, {}) as {
		section?: Array<{ title?: string; skus?: unknown; products?: { product?: IDataObject[] } }>;
	};
	return (given.section ?? []).map(({ title, skus, products }) => ({
		title,
		skus: [
			...(products?.product ?? []).map((row) => locatorValue(row.productRetailerId)),
			...pastedSkus(skus),
		],
	}));
}

/** An expression can yield a list or a number as well as a text. */
function pastedSkus(skus: unknown): unknown[] {
	if (Array.isArray(skus)) return skus;
	return splitSkus(skus === undefined || skus === null ? '' : String(skus));
}

/** n8n unwraps a resource locator only at the top level of a node, not inside a collection. */
function locatorValue(locator: unknown): unknown {
	return typeof locator === 'object' && locator !== null && 'value' in locator
		? locator.value
		: locator;
}
