import type { CatalogCheck } from '../../../shared/graph/catalog/catalogCheck';
import { droppedSentence } from '../../../shared/payload/catalog/availability';
import { sku as skuInput } from '../../../shared/payload/rules/identifiers';
import { catalog } from '../../fields/catalog';
import { product } from '../../fields/product';
import { eachItem } from '../../items/eachItem';
import { operation } from '../../items/operation';
import type { Run } from '../../items/run';
import { checkTogether } from './checkTogether';
import { outputFields } from './outputFields';

/** One product, by its SKU. */
export const getProduct = operation({
	resource: 'catalog',
	value: 'getProduct',
	name: 'Get a Product',
	action: 'Get a product',
	description: 'Look up one product by its SKU',
	subtitle: 'Get a product',
	fields: [catalog, product, outputFields],
	async execute(run) {
		const checks = await checkTogether(run, (item) => {
			const { catalogId, sku } = readRequest(run, item);
			return { catalogId, skus: [sku] };
		});
		return await eachItem(async (_, item) => {
			const { catalogId, sku } = readRequest(run, item);
			// Every request that can be read is part of the common check.
			const check = checks.get(catalogId) as CatalogCheck;
			if (!check.ok) throw run.readRefused(check.refusal, item);
			const found = check.value.found.get(sku);
			if (found) return [outputFields.read(run, item)(found)];
			const missing = check.value.unsendable.get(sku) ?? { sku, reason: 'notInCatalog' as const };
			throw run.problem('Product', droppedSentence(missing), item, 'There is no such product');
		})(run);
	},
});

/** @throws InputProblems when there is no catalog or no SKU */
function readRequest(run: Run, item: number): { catalogId: string; sku: string } {
	const catalogId = catalog.read(run, item);
	const given = product.read(run, item);
	return { catalogId, sku: run.check(product.property.name, skuInput, given, item) };
}
