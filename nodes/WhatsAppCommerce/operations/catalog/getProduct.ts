import { droppedSentence } from '../../../shared/payload/catalog/availability';
import { sku as skuInput } from '../../../shared/payload/rules/identifiers';
import { catalog } from '../../fields/catalog';
import { matchOptions, matchSkus } from '../../fields/options/matchSkus';
import { product } from '../../fields/product';
import { operation } from '../../items/operation';
import type { Run } from '../../items/run';
import { type CatalogRequest, checkTogether } from './checkTogether';
import { outputFields } from './outputFields';

/** One product, by its SKU. */
export const getProduct = operation({
	resource: 'catalog',
	value: 'getProduct',
	name: 'Get a Product',
	action: 'Get a product',
	description: 'Look up one product by its SKU',
	subtitle: 'Get a product',
	fields: [catalog, product, outputFields, matchOptions],
	execute: checkTogether(readRequest, (run, item, { sku }, checked) => {
		const matched = checked.matched.get(sku);
		const found = checked.found.get(matched?.sku ?? sku);
		if (found) {
			const asked = outputFields.read(run, item)(found);
			return [{ ...asked, ...(matched && { matched: { ...matched } }) }];
		}
		const missing = checked.unsendable.get(sku) ?? { sku, reason: 'notInCatalog' as const };
		const label = product.property.displayName;
		throw run.problem(label, droppedSentence(missing), item, 'There is no such product');
	}),
});

/** @throws InputProblems when there is no catalog or no SKU */
function readRequest(run: Run, item: number): CatalogRequest & { sku: string } {
	const catalogId = catalog.read(run, item);
	const given = product.read(run, item);
	const sku = run.check(product.property.name, skuInput, given, item);
	return { catalogId, sku, skus: [sku], matching: { mode: matchSkus.read(run, item) } };
}
