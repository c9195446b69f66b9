import type { IDataObject } from 'n8n-workflow';

import { lineTotalMinor } from '../../shared/payload/values/money';
import { isBlank, splitSkus, trimmed } from '../../shared/payload/values/text';
import type { TriggerEvent } from '../events/event';
import type { FoundEvent } from '../events/read';

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

/** Only these customers, given by phone number, user ID or user name. */
const customers: FilterMaker = ({ filterCustomers }) => {
	const wanted = listOf(filterCustomers);
	if (wanted.length === 0) return undefined;
	const names = new Set(wanted.map(nameOf));
	const phones = new Set(wanted.filter((one) => /^[+\d\s()./-]+$/.test(one)).map(phoneOf));
	return ({ event, customer: { key, phone, userId, username } }) => {
		if (event === 'unrecognized' && key === null) return true;
		return (
			(phone !== null && phones.has(digitsOf(phone))) ||
			(userId !== null && names.has(nameOf(userId))) ||
			(username !== null && names.has(nameOf(username)))
		);
	};
};

/** User names have no upper case and may be written with an @. */
const nameOf = (text: string): string => text.replace(/^@/, '').toLowerCase();

/** 00 stands for + when a number is dialled. */
const phoneOf = (text: string): string => digitsOf(text).replace(/^00/, '');

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

/** Only messages to these numbers of the business, given by ID or as they are dialled. */
const phoneNumbers: FilterMaker = ({ filterPhoneNumbers }) => {
	const wanted = new Set(listOf(filterPhoneNumbers).map(digitsOf));
	if (wanted.size === 0) return undefined;
	return ({ event, phoneNumberId, displayPhoneNumber }) => {
		// A part that could not be read may not tell its number, and is not lost because of that.
		if (event === 'unrecognized' && phoneNumberId === null) return true;
		return (
			(phoneNumberId !== null && wanted.has(digitsOf(phoneNumberId))) ||
			(displayPhoneNumber !== null && wanted.has(digitsOf(displayPhoneNumber)))
		);
	};
};

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

/** A list as a builder gives it: with commas, semicolons, tabs or new lines, or as a list from an expression. */
function listOf(given: unknown): string[] {
	return [given]
		.flat()
		.flatMap((one) =>
			typeof one === 'string' ? splitSkus(one) : Number.isSafeInteger(one) ? [String(one)] : [],
		);
}

/** Phone numbers compare by their digits, however they are written. */
const digitsOf = (text: string | null): string => (text ?? '').replace(/\D/g, '');

/** Empty when there is nothing but blanks. */
const textOf = (given: unknown): string =>
	typeof given === 'string' && !isBlank(given) ? trimmed(given) : '';
