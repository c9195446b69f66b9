import { droppedSentence } from '../../../shared/payload/catalog/availability';
import { LABELS } from '../../../shared/payload/labels';
import { skuListInput } from '../../../shared/payload/sections/skuInput';
import { catalog } from '../../fields/catalog';
import { matchOptions, matchSkus } from '../../fields/options/matchSkus';
import { unread } from '../../fields/reading/fields';
import { operation } from '../../items/operation';
import { productItem } from '../../items/productItem';
import type { Run } from '../../items/run';
import { type CatalogRequest, checkTogether } from './checkTogether';

const skuList = unread({
	displayName: LABELS.skus,
	name: 'skus',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. BREAD-01, BREAD-02',
	description:
		'The SKUs to check, with commas, semicolons, tabs or new lines between them, or a table with headings: cells of a sheet, a CSV file, a catalog feed, the export of a shop, or rows from an expression',
});

/** One item for each SKU: whether it can be sent, or why not, and what the catalog has about it. */
export const checkProducts = operation({
	resource: 'catalog',
	value: 'checkProducts',
	name: 'Check Products',
	action: 'Check products',
	description: 'Say for each SKU whether it can be sent, or why not',
	subtitle: 'Check products',
	fields: [catalog, skuList, matchOptions],
	execute: checkTogether(readRequest, (_run, _item, { skus }, checked) =>
		skus.map((sku) => {
			const matched = checked.matched.get(sku);
			const product = checked.found.get(matched?.sku ?? sku);
			const unsendable = checked.unsendable.get(sku);
			return {
				...(product ? productItem(product) : { sku }),
				sendable: unsendable === undefined,
				reason: unsendable?.reason ?? null,
				explanation: unsendable ? droppedSentence(unsendable) : null,
				suggestion: unsendable?.suggestion ?? null,
				suggestions: unsendable?.suggestions ?? [],
				matched: matched ? { ...matched } : null,
				variants: (unsendable?.variants ?? []).map((one) => ({ ...one })),
			};
		}),
	),
});

/** @throws InputProblems when there is no catalog or no list of SKUs */
function readRequest(run: Run, item: number): CatalogRequest {
	const catalogId = catalog.read(run, item);
	const given = run.valid(skuListInput, { skus: skuList.read(run, item) }, item);
	const { skus, shopIds } = given.skus;
	const matching = { mode: matchSkus.read(run, item), shopIds: new Map(shopIds) };
	return { catalogId, skus: [...new Set(skus)], matching };
}
