/** One line of a chat, in the form that the page shows. */

export type Status = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

export interface Failure {
	code: number;
	title: string;
	details: string;
}

export interface OrderLine {
	sku: string;
	quantity: unknown;
	price: unknown;
	currency: unknown;
}

/** Only products that are shown. */
export interface ListSection {
	title: string | null;
	skus: string[];
}

export interface CarouselCard {
	sku: string;
	/** Leads out of the chat; null for the product's own page. */
	url: string | null;
}

export type Content =
	| { kind: 'text'; body: string }
	| {
			kind: 'product';
			catalogId: string;
			sku: string;
			bodyText: string | null;
			footerText: string | null;
			buttonText: string;
	  }
	| {
			kind: 'product_list';
			catalogId: string;
			headerText: string;
			bodyText: string;
			footerText: string | null;
			buttonText: string;
			thumbnailSku: string;
			sections: ListSection[];
			dropped: string[];
	  }
	| {
			kind: 'catalog_message';
			catalogId: string;
			thumbnailSku: string;
			bodyText: string;
			footerText: string | null;
			buttonText: string;
	  }
	| {
			kind: 'carousel';
			catalogId: string;
			bodyText: string;
			buttonText: string;
			/** Only what is shown. */
			cards: CarouselCard[];
			dropped: string[];
	  }
	/** A template without products. */
	| {
			kind: 'template';
			headerText: string | null;
			bodyText: string;
			footerText: string | null;
			buttons: string[];
	  }
	| { kind: 'order'; catalogId: string; note: string; lines: OrderLine[] }
	| { kind: 'question'; body: string; catalogId: string; sku: string }
	/** Said by the customer's app, not by the business. */
	| { kind: 'notice'; text: string }
	| { kind: 'unknown'; payload: unknown };

export type ChatEntry = Content & {
	id: string;
	at: string;
	from: 'business' | 'customer';
	/** The customer's key. */
	customer: string;
	phoneNumberId: string;
	/** Null for what has no status: what the customer writes, and notices. */
	status: Status | null;
	failure: Failure | null;
	quotedId: string | null;
	/** Of what was sent as a template. */
	template?: { name: string; language: string };
	/** Written by Meta Business Agent (facts 15.4). */
	byAgent?: true;
	/** What the customer did to it afterwards. */
	edited?: true;
	revoked?: true;
};

/** Statuses arrive in any order and a message never goes back (facts 2.5): read stays read. */
const RANK: Record<Status, number> = { accepted: 0, sent: 1, delivered: 2, read: 3, failed: 4 };

/** Whether the status moved. */
export function advance(entry: ChatEntry, status: Status): boolean {
	if (entry.status === null || RANK[status] <= RANK[entry.status]) return false;
	entry.status = status;
	return true;
}

/** Arrived and not yet looked at: what the customer's phone counts. */
export function isUnread({ from, status }: ChatEntry): boolean {
	return from === 'business' && (status === 'sent' || status === 'delivered');
}

/** The products a customer can open from this entry; a catalog message opens all, and a card with an address none. */
export function skusIn(entry: ChatEntry): string[] {
	if (entry.kind === 'product') return [entry.sku];
	if (entry.kind === 'carousel')
		return entry.cards.flatMap(({ sku, url }) => (url === null ? [sku] : []));
	return entry.kind === 'product_list' ? entry.sections.flatMap(({ skus }) => skus) : [];
}
