import type { Product } from '../../../../shared/graph/catalog/products';
import type { DroppedProduct } from '../../../../shared/payload/catalog/availability';
import type { MatchMode } from '../../../../shared/payload/catalog/skuMatching/matchMode';
import type { MatchedSku } from '../../../../shared/payload/catalog/skuMatching/matchSku';
import type { GroupChoice } from '../../../../shared/payload/catalog/variants';
import type { ReorderForm } from '../../../../shared/payload/reorder/messageForm';
import type { OrderOfCountry } from '../../../../shared/payload/reorder/customerGroups';
import type { UnavailableChoice } from '../../../fields/options/message';
import { type NodeFailure, tiedToItem } from '../../../items/failure';
import type { Items } from '../../../items/items';
import type { Run } from '../../../items/run';
import type { PickChoices } from './pickFields';

/** A customer with all past orders that came in. Each step of the plan adds to it, or ends it. */
export interface Customer {
	/** Input items that the orders were read from. */
	items: Items;
	customerKey: string | null;
	/** Whether the key was read as an address already, or has to be told what is wrong with it. */
	isAddress: boolean;
	orders: OrderOfCountry[];
	/** Orders without a readable time, where a period or the days to skip ask for it. */
	undated: number;
	/** Products of the orders that cannot be sent now. */
	dropped: DroppedProduct[];
	/** Those that the catalog has under another content ID. */
	matched: MatchedSku[];
}

/** What the customer bought, as far as it may be offered. */
export interface Ranked extends Customer {
	choices: PickChoices;
	unavailable: UnavailableChoice;
	/** What to do with IDs of product groups in orders. */
	groups: GroupChoice;
	matchMode: MatchMode;
	/** SKUs, best first. */
	ranked: string[];
	/** Units of each product in the latest order that has it. */
	lastQuantities: ReadonlyMap<string, number>;
}

/** The same with the catalog to offer it from. */
export interface Located extends Ranked {
	catalogId: string;
}

/** What is offered. */
export interface Chosen extends Located {
	products: string[];
	/** Products that cannot be sent, each with the one that is offered instead; a group with each variant. */
	substituted: Array<{ sku: string; by: string }>;
	/** What the catalog has of the products; undefined when it was not or could not be asked. */
	catalog?: ReadonlyMap<string, Product>;
}

/** One message, ready to be drafted. */
export interface Planned extends Chosen {
	form: ReorderForm;
}

/** A customer who gets no message. The others get theirs. */
export interface Skipped extends Customer {
	/** Why, as a sentence. */
	skipped: string;
	catalogId?: string;
	catalog?: ReadonlyMap<string, Product>;
}

/** A customer whose message cannot be planned. */
export interface Failed extends Customer {
	failure: NodeFailure;
}

export type Reorder = Planned | Skipped | Failed;

const isOver = (one: Customer): one is Skipped | Failed => 'skipped' in one || 'failure' in one;

/** Takes each customer who is neither skipped nor failed one step further. An error ends only its own. */
export async function step<Before extends Customer, After extends Customer>(
	run: Run,
	customers: Array<Before | Skipped | Failed>,
	next: (one: Before) => Promise<After>,
): Promise<Array<After | Skipped | Failed>> {
	const stepped: Array<After | Skipped | Failed> = [];
	for (const one of customers) {
		stepped.push(isOver(one) ? one : await next(one).catch((reason) => failed(run, one, reason)));
	}
	return stepped;
}

export const failed = (run: Run, customer: Customer, reason: unknown): Failed => ({
	...customer,
	failure: tiedToItem(run, reason, customer.items[0]),
});
