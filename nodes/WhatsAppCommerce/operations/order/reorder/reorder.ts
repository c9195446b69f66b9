import type { Product } from '../../../../shared/graph/catalog/products';
import type { DroppedProduct } from '../../../../shared/payload/catalog/availability';
import type { ReorderForm } from '../../../../shared/payload/reorder/messageForm';
import type { PastOrder } from '../../../../shared/payload/reorder/pastOrders';
import type { UnavailableChoice } from '../../../fields/options/message';
import type { NodeFailure } from '../../../items/failure';
import type { Items } from '../../../items/items';
import type { PickChoices } from './pickFields';

/** What one product of a reorder stands in for. */
export interface Substitution {
	sku: string;
	by: string;
}

/** The message of one customer, as far as it can be planned before it is drafted. */
export interface Reorder {
	/** Input items that it is made of. */
	items: Items;
	customerKey: string | null;
	orders: PastOrder[];
	choices?: PickChoices;
	unavailable: UnavailableChoice;
	catalogId?: string;
	/** SKUs of the orders that may be offered, best first. */
	ranked: string[];
	lastQuantities: ReadonlyMap<string, number>;
	/** Orders without a readable time, where a period or the days to skip ask for it. */
	undated: number;
	/** What is offered. */
	products: string[];
	dropped: DroppedProduct[];
	substituted: Substitution[];
	form: ReorderForm;
	/** What the catalog has of the products; undefined when it was not or could not be asked. */
	catalog?: ReadonlyMap<string, Product>;
	/** Why this customer gets no message; stops nobody else's. */
	skipped?: string;
	failure?: NodeFailure;
}

export const EMPTY = {
	unavailable: { policy: 'drop' as const, isChosen: false },
	ranked: [],
	lastQuantities: new Map<string, number>(),
	undated: 0,
	products: [],
	dropped: [],
	substituted: [],
	form: 'singleProduct' as const,
};
