import type { Result } from '../../../../shared/graph/answer';
import {
	type CatalogCheck,
	checkCatalog,
	type CheckedSkus,
	droppedOf,
} from '../../../../shared/graph/catalog/catalogCheck';
import { checkEachCatalog } from '../../../../shared/graph/catalog/checkEachCatalog';
import { decidePrices } from '../../../../shared/graph/catalog/decidePrices';
import { rememberProducts } from '../../../../shared/graph/catalog/rememberedSkus';
import { similarProducts } from '../../../../shared/graph/catalog/similarProducts';
import {
	type DroppedProduct,
	droppedSentence,
} from '../../../../shared/payload/catalog/availability';
import { nearestProduct } from '../../../../shared/payload/catalog/nearestProduct';
import { currentPriceExplanation } from '../../../../shared/payload/catalog/priceWords';
import { variantsTaken } from '../../../../shared/payload/catalog/variants';
import type { Run } from '../../../items/run';
import type { Chosen, Failed, Located, Skipped } from './reorder';

/** Asks each catalog once for the products of all customers. */
export async function checkCatalogs(
	run: Run,
	customers: Array<Located | Skipped | Failed>,
): Promise<CheckOf> {
	const wanted = customers.flatMap((one) =>
		'ranked' in one && one.unavailable.policy !== 'send' ? [questionOf(one)] : [],
	);
	return await checkEachCatalog(
		wanted,
		async ({ catalogId, skus, matching }) =>
			await checkCatalog(run.graph, catalogId, skus, matching),
	);
}

/** The check of the catalog that a customer's products are in. */
type CheckOf = (question: ReturnType<typeof questionOf>) => CatalogCheck | undefined;

const questionOf = ({ catalogId, ranked, matchMode }: Located) => ({
	catalogId,
	skus: ranked,
	matching: { mode: matchMode },
});

/**
 * Chooses what a customer is offered: the best of what can be sent, with the next ones in the place of
 * what cannot.
 *
 * @throws NodeApiError when Meta refuses to tell, and the builder chose something that depends on it
 */
export async function chooseProducts(
	run: Run,
	located: Located,
	checkOf: CheckOf,
): Promise<Chosen | Skipped | Failed> {
	const { ranked, choices, unavailable } = located;
	const check = checkOf(questionOf(located));
	const best: Chosen = {
		...located,
		products: ranked.slice(0, choices.maxProducts),
		substituted: [],
	};
	if (!check) return best;
	if (!check.ok) {
		if (!unavailable.isChosen && !choices.wantsSubstitutes) return best;
		throw run.readRefused(check.refusal, located.items[0]);
	}
	const known = underContentIds(best, check.value);
	// Not to be sent with one missing: the check before sending names them all.
	return unavailable.policy === 'fail' ? known : await chooseSendable(run, known, check.value);
}

/** The products with the content IDs under which the catalog has them. */
function underContentIds(best: Chosen, { found, matched }: CheckedSkus): Chosen {
	const known = { ...best, catalog: found };
	if (matched.size === 0) return known;
	const idOf = (sku: string) => matched.get(sku)?.sku ?? sku;
	const ranked = [...new Set(best.ranked.map(idOf))];
	// Of two spellings the first is that of the latest order.
	const quantities = [...best.lastQuantities].map(([sku, units]) => [idOf(sku), units] as const);
	return {
		...known,
		ranked,
		products: ranked.slice(0, best.choices.maxProducts),
		lastQuantities: new Map(quantities.reverse()),
		matched: best.ranked.flatMap((sku) => matched.get(sku) ?? []),
	};
}

async function chooseSendable(
	run: Run,
	known: Chosen,
	check: CheckedSkus,
): Promise<Chosen | Skipped | Failed> {
	const { ranked, choices, groups, catalogId } = known;
	const products: string[] = [];
	const dropped: DroppedProduct[] = [];
	const substituted: Chosen['substituted'] = [];
	const chosen = { ...known, products, dropped, substituted };
	// What the customer is offered anyway can stand in for nothing.
	const obstacles = byContentId(check);
	const own = new Set(ranked.filter((sku) => !obstacles.has(sku)));
	const isTaken = (sku: string) => own.has(sku) || products.includes(sku);
	for (const sku of ranked) {
		if (products.length === choices.maxProducts) break;
		const unsendable = obstacles.get(sku);
		if (!unsendable) {
			products.push(sku);
			continue;
		}
		const variants = variantsTaken(groups, unsendable.variants ?? []).filter(
			(variant) => !isTaken(variant) && droppedOf(check.found, variant) === undefined,
		);
		if (variants.length > 0) {
			for (const by of variants.slice(0, choices.maxProducts - products.length)) {
				substituted.push({ sku, by });
				products.push(by);
			}
			continue;
		}
		dropped.push(unsendable);
		if (!choices.wantsSubstitutes) continue;
		const read = await substituteFor(run, catalogId, check, sku, isTaken);
		if (!read.ok) return { ...chosen, failure: run.readRefused(read.refusal, known.items[0]) };
		if (read.value === null) continue;
		substituted.push({ sku, by: read.value });
		products.push(read.value);
	}
	if (products.length > 0) return chosen;
	const skipped = `None of the products can be sent now. ${dropped.map(droppedSentence).join(' ')}`;
	return { ...chosen, skipped };
}

/** What cannot be sent, by the ID under which the catalog has it. */
const byContentId = ({ unsendable, matched }: CheckedSkus): ReadonlyMap<string, DroppedProduct> =>
	new Map([...unsendable].map(([sku, one]) => [matched.get(sku)?.sku ?? sku, one]));

/** The SKU to offer instead; null when there is none. */
async function substituteFor(
	run: Run,
	catalogId: string,
	check: CheckedSkus,
	sku: string,
	isTaken: (sku: string) => boolean,
): Promise<Result<string | null>> {
	const product = check.found.get(sku);
	if (!product) return { ok: true, value: null };
	const similar = await similarProducts(run.graph, catalogId, product);
	if (!similar.ok) return similar;
	await decidePrices(run.graph, catalogId, [product, ...similar.value]);
	const now = Date.now();
	const unread = currentPriceExplanation(product, now);
	if (unread !== null) run.hint(`Nothing was offered in the place of ${sku}. ${unread}`);
	const by = nearestProduct(product, similar.value, isTaken, now);
	const nearest = similar.value.find((one) => one.retailer_id === by);
	if (!nearest) return { ok: true, value: null };
	// The check before sending need not ask for it again.
	await rememberProducts(run.graph, catalogId, [nearest]);
	check.found.set(nearest.retailer_id, nearest);
	return { ok: true, value: nearest.retailer_id };
}
