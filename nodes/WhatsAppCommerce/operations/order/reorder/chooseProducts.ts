import { askEachCatalog } from '../../../../shared/graph/catalog/askEachCatalog';
import { type CatalogCheck, checkCatalog } from '../../../../shared/graph/catalog/catalogCheck';
import { rememberProducts } from '../../../../shared/graph/catalog/rememberedSkus';
import { similarProducts } from '../../../../shared/graph/catalog/similarProducts';
import { droppedSentence } from '../../../../shared/payload/catalog/availability';
import { nearestProduct } from '../../../../shared/payload/catalog/nearestProduct';
import type { Run } from '../../../items/run';
import type { Reorder } from './reorder';

type KnownCheck = Extract<CatalogCheck, { ok: true }>['value'];

/**
 * Chooses what each customer is offered: the best of what can be sent, with the next ones in the
 * place of what cannot. Each catalog is asked once for the products of all customers.
 */
export async function chooseProducts(run: Run, reorders: Reorder[]): Promise<void> {
	const open = reorders.filter(({ failure, skipped }) => !failure && !skipped);
	const checks = await checkTogether(run, open);
	for (const reorder of open) {
		const { choices, ranked, catalogId } = reorder;
		const { policy, isChosen } = reorder.unavailable;
		const check = checks.get(catalogId ?? '');
		const first = ranked.slice(0, choices?.maxProducts);
		if (check?.ok) {
			reorder.catalog = check.value.found;
			// Not to be sent with one missing: the check before sending names them all.
			if (policy === 'fail') reorder.products = first;
			else await chooseSendable(run, reorder, check.value);
		} else if (check && (isChosen || choices?.wantsSubstitutes)) {
			reorder.failure = run.readRefused(check.refusal, reorder.items[0]);
		} else {
			reorder.products = first;
		}
	}
}

/** Each catalog is asked once for the products of all customers. */
async function checkTogether(run: Run, reorders: Reorder[]): Promise<Map<string, CatalogCheck>> {
	const wanted = reorders
		.filter(({ unavailable }) => unavailable.policy !== 'send')
		.map(({ catalogId = '', ranked }) => ({ catalogId, skus: ranked }));
	return await askEachCatalog(
		wanted,
		async (catalogId, skus) => await checkCatalog(run.graph, catalogId, skus),
	);
}

async function chooseSendable(run: Run, reorder: Reorder, check: KnownCheck): Promise<void> {
	const { ranked, choices } = reorder;
	reorder.products = [];
	reorder.dropped = [];
	reorder.substituted = [];
	// What the customer is offered anyway can stand in for nothing.
	const own = new Set(ranked.filter((sku) => !check.unsendable.has(sku)));
	for (const sku of ranked) {
		if (reorder.products.length === choices?.maxProducts) return;
		const unsendable = check.unsendable.get(sku);
		if (!unsendable) {
			reorder.products.push(sku);
			continue;
		}
		reorder.dropped.push(unsendable);
		const by = choices?.wantsSubstitutes
			? await substituteFor(run, reorder, check, sku, own)
			: null;
		if (reorder.failure) return;
		if (by === null) continue;
		reorder.substituted.push({ sku, by });
		reorder.products.push(by);
	}
	if (reorder.products.length > 0) return;
	reorder.skipped = `None of the products can be sent now. ${reorder.dropped.map(droppedSentence).join(' ')}`;
}

async function substituteFor(
	run: Run,
	reorder: Reorder,
	check: KnownCheck,
	sku: string,
	own: ReadonlySet<string>,
): Promise<string | null> {
	const product = check.found.get(sku);
	if (!product) return null;
	const catalogId = String(reorder.catalogId);
	const similar = await similarProducts(run.graph, catalogId, product);
	if (!similar.ok) {
		reorder.failure = run.readRefused(similar.refusal, reorder.items[0]);
		return null;
	}
	const isTaken = (one: string) => own.has(one) || reorder.products.includes(one);
	const by = nearestProduct(product, similar.value, isTaken);
	const chosen = similar.value.find((one) => one.retailer_id === by);
	if (!chosen) return null;
	// The check before sending need not ask for it again.
	await rememberProducts(run.graph, catalogId, [chosen]);
	check.found.set(chosen.retailer_id, chosen);
	return by;
}
