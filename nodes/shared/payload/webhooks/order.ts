import { z } from 'zod/v4';

import { type ShopProduct, shopProduct, type ShopSystem } from '../catalog/skuMatching/shopIds';
import { sumsByCurrency } from '../values/currencySums';
import { amountText, hasMoreDecimals, lineTotalMinor, toAmount } from '../values/money';
import { onlyOne } from '../values/onlyOne';
import { readText } from '../values/webhookValues';
import type { Customer } from './customer';
import { originOf, type IncomingMessage, type Origin } from './deliveryParts';
import { quotedIdIn } from './quotedMessage';

/** One line of an order. Amounts are null when Meta's price or quantity cannot be read. */
export interface OrderLine {
	/** Position in the cart, from 1. */
	line: number;
	sku: string | null;
	quantity: number | null;
	/** Major units, per unit, as the customer saw it. */
	unitPrice: number | null;
	/** ISO 4217. */
	currency: string | null;
	lineTotal: number | null;
	lineTotalMinor: number | null;
	/** The product as its shop knows it, where the content ID tells. Facts 17.10. */
	shop: ShopProduct | null;
}

/** A total in one currency: major units and integers of the currency's smallest unit. */
export interface OrderTotal {
	currency: string;
	total: number | null;
	totalMinor: number | null;
}

/** A cart that a customer sent. Meta gives it no id and no total (facts 2.2): both are made here. */
export interface OrderEvent extends Origin {
	event: 'order';
	/** The wamid of the order message, the only identity an order has. */
	orderId: string;
	placedAt: string | null;
	customer: Customer;
	catalogId: string | null;
	/** What the customer wrote with the cart; empty when nothing. */
	note: string;
	/** The message that the cart came from, when Meta names it (facts 17.12). */
	quotedMessageId: string | null;
	lines: OrderLine[];
	lineCount: number;
	unitCount: number;
	/** Null, like the totals, when the lines have more than one currency. */
	currency: string | null;
	total: number | null;
	totalMinor: number | null;
	totalText: string | null;
	mixedCurrency: boolean;
	totals: OrderTotal[];
	/** Only there when something in the order could not be read or looks odd. */
	warnings?: string[];
}

const orderMessage = z.object({
	order: z.object({
		catalog_id: z.unknown().optional(),
		text: z.unknown().optional(),
		product_items: z.array(z.unknown()),
	}),
});

const productItem = z.object({
	product_retailer_id: z.unknown().optional(),
	quantity: z.unknown().optional(),
	item_price: z.unknown().optional(),
	currency: z.unknown().optional(),
});

interface ReadLine {
	line: OrderLine;
	minor: bigint | null;
	warnings: string[];
}

/**
 * Reads an `order` message. Never throws and never loses a line: what cannot be read is null and
 * named in `warnings`.
 *
 * @returns null when the message has no id or holds no list of products
 */
export function readOrder(incoming: IncomingMessage): OrderEvent | null {
	const read = orderMessage.safeParse(incoming.message);
	if (!read.success || incoming.messageId === null) return null;
	const { catalog_id: catalogId, text, product_items: items } = read.data.order;
	const lines = items.map(readLine);
	const totals = totalsOf(lines);
	const single = onlyOne(totals);
	const warnings = [
		...(incoming.customer.key === null ? ['The message names no customer.'] : []),
		...(incoming.sentAt === null ? ['The time of the order cannot be read.'] : []),
		...(lines.length === 0 ? ['The order has no lines.'] : []),
		...(totals.some(({ isTooLarge }) => isTooLarge)
			? ['The total is too large to be counted exactly.']
			: []),
		...lines.flatMap((line) => line.warnings),
	];
	return {
		event: 'order',
		orderId: incoming.messageId,
		placedAt: incoming.sentAt,
		customer: incoming.customer,
		...originOf(incoming),
		catalogId: readText(catalogId),
		note: readText(text) ?? '',
		quotedMessageId: quotedIdIn(incoming.message),
		lines: lines.map(({ line }) => line),
		lineCount: lines.length,
		unitCount: lines.reduce((sum, { line }) => sum + (line.quantity ?? 0), 0),
		currency: single?.currency ?? null,
		total: single?.total ?? null,
		totalMinor: single?.totalMinor ?? null,
		totalText: single?.text ?? null,
		mixedCurrency: totals.length > 1,
		totals: totals.map(({ currency, total: major, totalMinor }) => ({
			currency,
			total: major,
			totalMinor,
		})),
		...(warnings.length > 0 && { warnings }),
	};
}

/** The same order from a shop that is known, whose IDs need no form of their own to tell a product. */
export const ofShop = (order: OrderEvent, system: ShopSystem): OrderEvent => ({
	...order,
	lines: order.lines.map((line) => ({
		...line,
		shop: line.sku === null ? null : shopProduct(line.sku, system),
	})),
});

/** Reads one line of an order as Meta sends it, with warnings about what is odd. */
export function readLine(raw: unknown, index: number): ReadLine {
	const item = productItem.safeParse(raw);
	const given = item.success ? item.data : {};
	const number = index + 1;
	const sku = readText(given.product_retailer_id);
	const currency = readCurrency(given.currency);
	const quantity = readQuantity(given.quantity);
	const minor =
		currency === null || quantity === null
			? null
			: lineTotalMinor(given.item_price, quantity, currency);
	const price = currency === null ? null : lineTotalMinor(given.item_price, 1, currency);
	const { total: lineTotal, totalMinor } = toAmount(minor, currency ?? '');
	const say = (broken: boolean, text: string) => (broken ? [`Line ${number} ${text}`] : []);
	return {
		line: {
			line: number,
			sku,
			quantity,
			unitPrice: price === null ? null : Number(given.item_price),
			currency,
			lineTotal,
			lineTotalMinor: totalMinor,
			shop: sku === null ? null : shopProduct(sku),
		},
		minor,
		warnings: [
			...say(sku === null, 'has no SKU.'),
			...say(quantity === null, 'has a quantity that is not a whole number from 0.'),
			...say(quantity === 0, 'has quantity 0.'),
			...say(currency === null, 'has no currency, so its price cannot be counted.'),
			...say(currency !== null && price === null, 'has a price that cannot be read.'),
			...say(
				currency !== null && hasMoreDecimals(given.item_price, currency),
				`has a price with more decimals than ${currency} has; its total is rounded.`,
			),
		],
	};
}

/** Sums per currency, in the order in which the currencies first appear. */
function totalsOf(
	lines: ReadLine[],
): Array<OrderTotal & { text: string | null; isTooLarge: boolean }> {
	const { byCurrency } = sumsByCurrency(
		lines.map(({ line: { currency }, minor }) => ({ currency, minor })),
	);
	return [...byCurrency].map(([currency, minor]) => {
		const amount = toAmount(minor, currency);
		const isKnown = minor !== null && amount.totalMinor !== null;
		return {
			currency,
			...amount,
			text: isKnown ? amountText(minor, currency) : null,
			isTooLarge: minor !== null && !isKnown,
		};
	});
}

function readCurrency(value: unknown): string | null {
	const code = readText(value)?.trim().toUpperCase();
	return code !== undefined && /^[A-Z]{3}$/.test(code) ? code : null;
}

/** Clients send whole numbers from 1 to 99 (facts 1.12); others are kept while they are exact. */
function readQuantity(value: unknown): number | null {
	const quantity = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
	return typeof quantity === 'number' && Number.isSafeInteger(quantity) && quantity >= 0
		? quantity
		: null;
}
