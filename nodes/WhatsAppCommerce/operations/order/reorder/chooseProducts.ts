import type { IExecuteFunctions } from 'n8n-workflow';

import {
	checkCatalog,
	type CatalogCheck,
	type CheckedSkus,
} from '../../../../shared/graph/catalog/catalogCheck';
import type { Graph } from '../../../../shared/graph/connection';
import { readRefusedError } from '../../../../shared/graph/refusals/readRefused';
import { rememberProducts } from '../../../../shared/graph/catalog/rememberedSkus';
import { similarProducts } from '../../../../shared/graph/catalog/similarProducts';
import { droppedSentence } from '../../../../shared/payload/catalog/availability';
import { nearestProduct } from '../../../../shared/payload/catalog/nearestProduct';
import type { Reorder } from './reorder';

/**
 * Chooses what each customer is offered: the best of what can be sent, with the next ones in the
 * place of what cannot. Each catalog is asked once for the products of all customers.
 */
export async function chooseProducts(
	this: IExecuteFunctions,
	reorders: Reorder[],
	graph: Graph,
): Promise<void> {
	const open = reorders.filter(({ failure, skipped }) => !failure && !skipped);
	const checks = await checkTogether(open, graph);
	for (const reorder of open) {
		const { choices, ranked, catalogId } = reorder;
		const { policy, isChosen } = reorder.unavailable;
		const check = checks.get(catalogId ?? '');
		const first = ranked.slice(0, choices?.maxProducts);
		if (check?.ok) {
			reorder.catalog = check.value.found;
			// Not to be sent with one missing: the check before sending names them all.
			if (policy === 'fail') reorder.products = first;
			else await chooseSendable.call(this, reorder, check.value, graph);
		} else if (check && (isChosen || choices?.wantsSubstitutes)) {
			reorder.failure = readRefusedError(this.getNode(), check.refusal, reorder.items[0]);
		} else {
			reorder.products = first;
		}
	}
}

async function checkTogether(
	reorders: Reorder[],
	graph: Graph,
): Promise<Map<string, CatalogCheck>> {
	const wanted = new Map<string, Set<string>>();
	for (const { catalogId = '', ranked, unavailable } of reorders) {
		if (unavailable.policy === 'send') continue;
		const skus = wanted.get(catalogId) ?? new Set();
		for (const sku of ranked) skus.add(sku);
		wanted.set(catalogId, skus);
	}
	const checks = new Map<string, CatalogCheck>();
	for (const [catalogId, skus] of wanted) {
		checks.set(catalogId, await checkCatalog(graph, catalogId, skus));
	}
	return checks;
}

async function chooseSendable(
	this: IExecuteFunctions,
	reorder: Reorder,
	check: CheckedSkus,
	graph: Graph,
): Promise<void> {
	const { ranked, choices, products, dropped, substituted } = {
		...reorder,
		products: [] as string[],
		dropped: [] as Reorder['dropped'],
		substituted: [] as Reorder['substituted'],
	};
	Object.assign(reorder, { products, dropped, substituted });
	// What the customer is offered anyway can stand in for nothing.
	const own = new Set(ranked.filter((sku) => !check.unsendable.has(sku)));
	for (const sku of ranked) {
		if (products.length === choices?.maxProducts) return;
		const unsendable = check.unsendable.get(sku);
		if (!unsendable) {
			products.push(sku);
			continue;
		}
		dropped.push(unsendable);
		const by = choices?.wantsSubstitutes
			? await substituteFor.call(this, reorder, check, sku, graph, own)
			: null;
		if (reorder.failure) return;
		if (by === null) continue;
		substituted.push({ sku, by });
		products.push(by);
	}
	if (products.length > 0) return;
	reorder.skipped = `None of the products can be sent now. ${dropped.map(droppedSentence).join(' ')}`;
}

async function substituteFor(
	this: IExecuteFunctions,
	reorder: Reorder,
	check: CheckedSkus,
	sku: string,
	graph: Graph,
	own: ReadonlySet<string>,
): Promise<string | null> {
	const product = check.found.get(sku);
	if (!product) return null;
	const catalogId = String(reorder.catalogId);
	const similar = await similarProducts(graph, catalogId, product);
	if (!similar.ok) {
		reorder.failure = readRefusedError(this.getNode(), similar.refusal, reorder.items[0]);
		return null;
	}
	const isTaken = (one: string) => own.has(one) || reorder.products.includes(one);
	const by = nearestProduct(product, similar.value, isTaken);
	const chosen = similar.value.find((one) => one.retailer_id === by);
	if (!chosen) return null;
	// The check before sending need not ask for it again.
	await rememberProducts(graph, catalogId, [chosen]);
	check.found.set(chosen.retailer_id, chosen);
	return by;
}
