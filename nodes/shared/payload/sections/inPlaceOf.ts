import { isRecord } from '../values/objects';
import { skuText, trimmed } from '../values/text';
import { readSections } from './readSections';
import { skusGiven } from './skuInput';

/** Fields that hold one SKU: a message that shows one product shows the first of several. */
const SINGLE = ['productRetailerId', 'thumbnailProductRetailerId'] as const;

/**
 * The fields of a message with other SKUs in the place of some, to be checked like those that the
 * builder gave: a limit may be passed now. What does not hold such a SKU stays as it is.
 *
 * @param instead the SKUs to take, by the SKU that they replace
 */
export function inPlaceOf(
	fields: Record<string, unknown>,
	instead: ReadonlyMap<string, readonly string[]>,
): Record<string, unknown> {
	const taken = (value: unknown): readonly unknown[] => {
		const sku = skuText(value);
		return (typeof sku === 'string' ? instead.get(trimmed(sku)) : undefined) ?? [value];
	};
	const replaced = { ...fields };
	for (const name of SINGLE) if (name in fields) [replaced[name]] = taken(fields[name]);
	if ('sections' in fields) replaced.sections = sectionsWith(fields.sections, taken);
	return replaced;
}

function sectionsWith(given: unknown, taken: (sku: unknown) => readonly unknown[]): unknown {
	const sections = readSections(given);
	if (!Array.isArray(sections)) return sections;
	return (sections as unknown[]).map((section) => {
		if (!isRecord(section)) return section;
		const { skus, product_items: items } = section;
		return {
			...section,
			...(skus !== undefined && { skus: skusGiven(skus).flatMap(taken) }),
			...(Array.isArray(items) && { product_items: (items as unknown[]).flatMap(itemsFor) }),
		};
	});

	function itemsFor(row: unknown): unknown[] {
		if (!isRecord(row)) return [row];
		return taken(row.product_retailer_id).map((sku) => ({ ...row, product_retailer_id: sku }));
	}
}
