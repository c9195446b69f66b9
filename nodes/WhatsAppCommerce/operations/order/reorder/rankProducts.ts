import { LABELS } from '../../../../shared/payload/labels';
import { newestFirst } from '../../../../shared/payload/reorder/orderedProducts';
import { pickProducts } from '../../../../shared/payload/reorder/pickProducts';
import { matchSkus } from '../../../fields/options/matchSkus';
import { readGroupChoice, readUnavailableChoice } from '../../../fields/options/message';
import { orderCatalog } from '../../../fields/orderDefaults';
import type { InputProblems } from '../../../items/inputProblems';
import type { Run } from '../../../items/run';
import { readPick } from './pickFields';
import type { Customer, Located, Ranked, Skipped } from './reorder';

/**
 * Ranks what a customer bought.
 *
 * @throws InputProblems when there is no customer, or a choice cannot be read
 */
export function rankProducts(run: Run, customer: Customer): Ranked | Skipped {
	const { items, customerKey, orders } = customer;
	const [item] = items;
	const skip = (skipped: string, undated = 0): Skipped => ({ ...customer, undated, skipped });
	if (customerKey === null) throw noCustomer(run, item);
	const choices = readPick(run, item);
	const latestAt = Math.max(...orders.map(({ placedAt }) => placedAt ?? 0));
	if (latestAt > choices.quietSince) {
		return skip(
			`The customer ordered at ${new Date(latestAt).toISOString()}, which is within the days to skip.`,
		);
	}
	const withoutTime = orders.filter(({ placedAt }) => placedAt === null).length;
	if (withoutTime > 0 && choices.quietSince < Infinity) {
		return skip(
			'The time of an order of this customer cannot be read, so it may be within the days to skip.',
			withoutTime,
		);
	}
	const picked = pickProducts(orders, choices.pick, choices.since);
	const unavailable = readUnavailableChoice(run, item);
	const groups = readGroupChoice(run, item);
	if (picked.skus.length === 0) {
		const isEmpty = orders.every(({ lines }) => lines.length === 0);
		return skip(
			isEmpty
				? 'The orders of this customer hold no products.'
				: 'The customer bought nothing in the chosen time.',
			picked.undated,
		);
	}
	const { skus: ranked, lastQuantities, undated } = picked;
	const matchMode = matchSkus.read(run, item);
	return { ...customer, choices, unavailable, groups, matchMode, ranked, lastQuantities, undated };
}

function noCustomer(run: Run, item: number): InputProblems {
	const sentence =
		'The order names no customer. Say under Columns which column holds the customer, or enter a Recipient.';
	return run.problem(LABELS.recipient, sentence, item);
}

/**
 * The catalog that the products are offered from: the chosen one, that of the latest order which names
 * one, or the connected one.
 *
 * @throws InputProblems when there is none, NodeApiError when Meta refuses to tell
 */
export async function findCatalog(run: Run, ranked: Ranked): Promise<Located> {
	const named = newestFirst(ranked.orders).find(({ catalogId }) => catalogId !== null);
	const catalogId = await orderCatalog.read(run, ranked.items[0], named?.catalogId ?? null);
	return { ...ranked, catalogId };
}
