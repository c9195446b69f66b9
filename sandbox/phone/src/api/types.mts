/** What the sandbox's control API answers, as far as the page reads it. */

export interface Customer {
	key: string;
	name: string;
	phone: string | null;
	userId: string;
	username: string | null;
	app: 'current' | 'outdated';
	lastWroteAt: string | null;
	windowOpen: boolean;
	unread: number;
	phoneVisible: boolean;
}

export interface CustomerChange {
	app?: Customer['app'];
	phoneVisible?: boolean;
	windowOpen?: boolean;
}

export type Status = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

interface EntryBase {
	id: string;
	at: string;
	from: 'business' | 'customer';
	status: Status | null;
	failure: { code: number; title: string; details: string } | null;
	quotedId: string | null;
	/** Which of the business's numbers it was written to or from. */
	phoneNumberId: string;
	/** Of what was sent as a template. */
	template?: { name: string; language: string };
}

export interface ListSection {
	title: string | null;
	skus: string[];
}

export interface OrderLine {
	sku: string;
	quantity: number;
	/** Per unit, in major units, as the webhook carries it (facts 2.2). Tests send odd ones. */
	price: number | null;
	currency: string | null;
}

export type TextEntry = EntryBase & { kind: 'text'; body: string };
export type ProductEntry = EntryBase & {
	kind: 'product';
	catalogId: string;
	sku: string;
	bodyText: string | null;
	footerText: string | null;
	buttonText: string;
};
export type ProductListEntry = EntryBase & {
	kind: 'product_list';
	catalogId: string;
	headerText: string;
	bodyText: string;
	footerText: string | null;
	buttonText: string;
	thumbnailSku: string;
	sections: ListSection[];
	dropped?: string[];
};
export type CatalogMessageEntry = EntryBase & {
	kind: 'catalog_message';
	catalogId: string;
	thumbnailSku: string;
	bodyText: string;
	footerText: string | null;
	buttonText: string;
};
export interface CarouselCard {
	sku: string;
	/** Leads out of the chat; null for the product's own page. */
	url: string | null;
}
export type CarouselEntry = EntryBase & {
	kind: 'carousel';
	catalogId: string;
	bodyText: string;
	buttonText: string;
	cards: CarouselCard[];
	dropped: string[];
};
/** A template without products. */
export type TemplateEntry = EntryBase & {
	kind: 'template';
	headerText: string | null;
	bodyText: string;
	footerText: string | null;
	buttons: string[];
};
export type OrderEntry = EntryBase & {
	kind: 'order';
	catalogId: string;
	note: string;
	lines: OrderLine[];
};
export type QuestionEntry = EntryBase & {
	kind: 'question';
	body: string;
	catalogId: string;
	sku: string;
};
export type NoticeEntry = EntryBase & { kind: 'notice'; text: string };
export type UnknownEntry = EntryBase & { kind: 'unknown'; payload: unknown };

export type Entry =
	| TextEntry
	| ProductEntry
	| ProductListEntry
	| CatalogMessageEntry
	| CarouselEntry
	| TemplateEntry
	| OrderEntry
	| QuestionEntry
	| NoticeEntry
	| UnknownEntry;

export interface CatalogSummary {
	id: string;
	name: string;
	currency: string;
	productCount: number;
}

export interface Product {
	sku: string;
	name: string;
	description: string;
	category: string;
	price: string;
	priceMinor: number;
	salePriceMinor: number | null;
	currency: string;
	availability: string;
	visibility: string;
	reviewStatus: string;
	pictureUrl: string;
}

export interface ProductChange {
	name?: string;
	priceMinor?: number;
	salePriceMinor?: number | null;
	availability?: string;
	visibility?: string;
}

export type TemplateStatus = 'PENDING' | 'APPROVED' | 'REJECTED' | 'PAUSED' | 'DISABLED';

export type TemplateComponent =
	| { type: 'HEADER'; format: string; text?: string }
	| { type: 'BODY' | 'FOOTER'; text: string }
	| { type: 'BUTTONS'; buttons: Array<{ type: string; text?: string; url?: string }> }
	| { type: 'CAROUSEL'; cards: Array<{ components: TemplateComponent[] }> };

export interface Template {
	id: string;
	name: string;
	language: string;
	category: string;
	status: TemplateStatus;
	kind: 'mpm' | 'spm' | 'catalog' | 'carousel' | 'other';
	components: TemplateComponent[];
}

export interface NumberSetup {
	id: string;
	display: string;
	verifiedName: string;
	registered: boolean;
	codeVerification: string;
	nameStatus: string;
	quality: string;
	health: string;
	cartEnabled: boolean;
	catalogVisible: boolean;
}

export interface Setup {
	accountSubscribed: boolean;
	accountHealth: string;
	catalogs: Array<{ id: string; name: string; connected: boolean }>;
	numbers: NumberSetup[];
}

export type TroubleValue = string | number | boolean;

export interface Trouble {
	name: string;
	label: string;
	explanation: string;
	kind: 'switch' | 'choice' | 'number';
	choices?: Array<{ value: TroubleValue; label: string }>;
	min?: number;
	max?: number;
	unit?: string;
	value: TroubleValue;
	default: TroubleValue;
}

export interface Attempt {
	at: string;
	ms: number;
	status: number | null;
	answer: string;
}

export interface Delivery {
	id: string;
	url: string;
	event: string;
	body: string;
	signature: string;
	attempts: Attempt[];
}

/** What a customer's doing answers: the webhooks that went out, or why none did. */
export interface Outcome {
	messageId?: string;
	orderId?: string;
	deliveries: Delivery[];
	reason?: string;
}

export interface LogEntry {
	id: string | number;
	at: string;
	/** `in`: a call to the Graph API. `out`: a webhook. */
	direction: 'in' | 'out';
	method: string;
	url: string;
	status: number | null;
	ms: number;
	summary: string;
	reason: string | null;
	request: unknown;
	response: unknown;
}

export type Changed =
	| 'chats'
	| 'catalog'
	| 'log'
	| 'troubles'
	| 'customers'
	| 'templates'
	| 'setup';
