import type { IDataObject } from 'n8n-workflow';

import { LABELS } from '../../../shared/payload/labels';
import { LIMITS } from '../../../shared/payload/limits';
import { pastedSkusInput } from '../../../shared/payload/sections/skuInput';
import { isRecord } from '../../../shared/payload/values/objects';
import { product } from '../product';
import { without } from '../reading/fields';
import { locatorValue } from '../reading/locator';
import { type ProductSource, shownFor } from './source';

/** Products in a section as far as the editor can count them: an expression counts as one. */
const COUNT =
	'($collection.item.value.products?.product?.length ?? 0) + String($collection.item.value.skus ?? "").split(/[,;，、；،؛\\t\\r\\n]+/).filter((sku) => sku.trim() !== "").length';

/** Sections filled in by hand, with picked rows and pasted SKUs. */
export const sections: ProductSource = {
	name: 'sections',
	label: 'Sections',
	description: 'Fill in the sections here, with a product picker or pasted SKUs',
	fields: [
		{
			displayName: LABELS.sections,
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
			...shownFor('sections'),
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
									values: [without(product.property, 'required')],
								},
							],
						},
						{
							displayName: LABELS.skus,
							name: 'skus',
							type: 'string',
							typeOptions: { rows: 2 },
							default: '',
							placeholder: 'e.g. BREAD-01, BREAD-02',
							description:
								'More products of this section, pasted as SKUs with commas, semicolons, tabs or new lines between them, or as a table with headings. They come after the products picked above. Pick a product above if its own SKU contains a comma or semicolon.',
						},
					],
				},
			],
		},
	],
	read(run, [item]) {
		const given = run.given('sections', item, {}) as {
			section?: Array<{ title?: string; skus?: unknown; products?: { product?: IDataObject[] } }>;
		};
		return (given.section ?? []).map(({ title, skus, products }) => {
			const picked = (products?.product ?? []).map((row) => locatorValue(row.productRetailerId));
			const pasted = isTable(skus)
				? run.check('skus', pastedSkusInput, skus, item)
				: { skus: listed(skus), shopIds: [] };
			return { title, skus: [...picked, ...pasted.skus], shopIds: pasted.shopIds };
		});
	},
};

/** Texts and rows; what else an expression yields is left for the check of the section to name. */
const isTable = (skus: unknown): boolean =>
	typeof skus === 'string' || (Array.isArray(skus) && skus.length > 0 && skus.every(isRecord));

function listed(skus: unknown): unknown[] {
	if (Array.isArray(skus)) return skus;
	return skus === undefined || skus === null ? [] : [skus];
}
