import type { IDataObject } from 'n8n-workflow';

import { samePhone } from '../../shared/payload/phones/spellings';
import { identitiesOf } from '../../shared/payload/rules/identities';
import { lineTotalMinor } from '../../shared/payload/values/money';
import { isBlank, trimmed } from '../../shared/payload/values/text';
import type { TriggerEvent } from '../events/event';
import type { FoundEvent } from '../events/read';
import { homeOf, onlyCustomers } from './customers';
import { digitsOf, listOf } from './lists';

/** Whether an event passes. Events that it is not about pass too. */
type Filter = (event: TriggerEvent) => boolean;

/** A filter of the builder; undefined when there is nothing to filter by. */
type FilterMaker = (options: IDataObject) => Filter | undefined;

/** Only orders from, and questions about products of, these catalogs. Other events have no catalog. */
const catalogs: FilterMaker = ({ filterCatalogs }) => {
	const wanted = new Set(listOf(filterCatalogs));
	if (wanted.size === 0) return undefined;
	return (event) => {
		if (event.event === 'order') return wanted.has(event.catalogId ?? '');
		if (event.event === 'productQuestion') return wanted.has(event.product.catalogId ?? '');
		return true;
	};
};

/** Only these customers. */
const customers: FilterMaker = ({ filterCustomers }) => onlyCustomers(filterCustomers);

/**
 * Only orders of at least this total. With several currencies the part in this one counts; an order
 * without any, or whose total cannot be read, cannot reach it. Other events have no total.
 */
const minimumTotal: FilterMaker = ({ filterMinimumTotal }) => {
	const { amount, currency } = ((filterMinimumTotal as IDataObject | undefined)?.minimum ??
		{}) as IDataObject;
	const code = textOf(currency).toUpperCase();
	const least = lineTotalMinor(amount, 1, code);
	// Nothing to compare with: better all orders than none.
	if (least === null || least === 0n || !/^[A-Z]{3}$/.test(code)) return undefined;
	return (event) =>
		event.event !== 'order' ||
		event.totals.some(
			(total) =>
				total.currency === code && total.totalMinor !== null && BigInt(total.totalMinor) >= least,
		);
};

/** Only messages to these numbers of the business, given by ID or in any form of a phone number. */
const phoneNumbers: FilterMaker = ({ filterPhoneNumbers }) => {
	const wanted = listOf(filterPhoneNumbers);
	if (wanted.length === 0) return undefined;
	const digits = new Set(wanted.map(digitsOf));
	return ({ event, phoneNumberId, displayPhoneNumber }) => {
		// A part that could not be read may not tell its number, and is not lost because of that.
		if (event === 'unrecognized' && phoneNumberId === null) return true;
		return (
			(phoneNumberId !== null && digits.has(digitsOf(phoneNumberId))) ||
			(displayPhoneNumber !== null && isOneOf(wanted, digits, displayPhoneNumber))
		);
	};
};

/** Whether the number is wanted as it stands, or completed by its own country. */
function isOneOf(wanted: string[], digits: ReadonlySet<string>, displayed: string): boolean {
	const own = digitsOf(displayed);
	const home = homeOf(displayed);
	return (
		digits.has(own) || wanted.some((one) => identitiesOf(one, home).phone === samePhone(`+${own}`))
	);
}

/** Only orders with at least one of these products, and questions about one. Other events have none. */
const skus: FilterMaker = ({ filterSkus }) => {
	const wanted = new Set(listOf(filterSkus));
	if (wanted.size === 0) return undefined;
	return (event) => {
		if (event.event === 'order') return event.lines.some(({ sku }) => wanted.has(sku ?? ''));
		if (event.event === 'productQuestion') return wanted.has(event.product.sku);
		return true;
	};
};

/** Texts that the builder does not want to answer. Other events are never left out by this. */
const customerMessages: FilterMaker = ({ leaveOutMessages }) => {
	const kinds = [leaveOutMessages ?? []].flat();
	if (kinds.length === 0) return undefined;
	const isOut = (kind: string, isOne: boolean) => isOne && kinds.includes(kind);
	return (event) => {
		if (event.event !== 'textMessage' && event.event !== 'productQuestion') return true;
		const isText = event.event === 'textMessage';
		return !(
			isOut('standby', event.standby) ||
			isOut('deleted', isText && event.revokedMessageId !== null) ||
			isOut('edited', isText && event.editedMessageId !== null)
		);
	};
};

const MAKERS = [phoneNumbers, catalogs, minimumTotal, skus, customers, customerMessages];

/** The events that pass all filters of the builder. One that a filter cannot judge passes. */
export function applyFilters(found: FoundEvent[], options: IDataObject): FoundEvent[] {
	const filters = MAKERS.flatMap((make) => make(options) ?? []);
	if (filters.length === 0) return found;
	return found.filter(({ event }) => filters.every((filter) => passes(filter, event)));
}

function passes(filter: Filter, event: FoundEvent['event']): boolean {
	try {
		return filter(event);
	} catch {
		return true;
	}
}

/** Empty when there is nothing but blanks. */
const textOf = (given: unknown): string =>
	typeof given === 'string' && !isBlank(given) ? trimmed(given) : '';
