/**
 * What the sandbox's control API answers, as far as the page reads it. Rows that it answers unchanged are declared in world/; only
 * types may be imported from there, so that no code of the sandbox gets into the page.
 */
import type { ChatEntry } from '../../../world/chatEntry.mts';
import type { Delivery } from '../../../world/records.mts';
import type {
	Template as WorldTemplate,
	TemplateKind,
} from '../../../world/templates/template.mts';

export type { Part as Changed } from '../../../world/changes.mts';
export type { CarouselCard, ListSection, Status } from '../../../world/chatEntry.mts';
export type { Attempt, Delivery, LogEntry } from '../../../world/records.mts';
export type { TemplateComponent, TemplateStatus } from '../../../world/templates/template.mts';

export interface Customer {
	key: string;
	name: string;
	phone: string | null;
	userId: string;
	username: string | null;
	app: 'current' | 'outdated';
	lastWroteAt: string | null;
	windowOpen: boolean;
	/** Ids of the business's numbers whose chat with the customer an agent holds. */
	agentHolds: string[];
	unread: number;
	phoneVisible: boolean;
}

export interface CustomerChange {
	app?: Customer['app'];
	phoneVisible?: boolean;
	windowOpen?: boolean;
	agentHolds?: boolean;
}

export interface OrderLine {
	sku: string;
	quantity: number;
	/** Per unit, in major units, like in the webhook (facts 2.2). Tests send other values. */
	price: number | null;
	currency: string | null;
}

type EntryOf<Kind extends ChatEntry['kind']> = Extract<ChatEntry, { kind: Kind }>;

export type ProductEntry = EntryOf<'product'>;
export type ProductListEntry = EntryOf<'product_list'>;
export type CatalogMessageEntry = EntryOf<'catalog_message'>;
export type CarouselEntry = EntryOf<'carousel'>;
/** A template without products. */
export type TemplateEntry = EntryOf<'template'>;
export type OrderEntry = Omit<EntryOf<'order'>, 'lines'> & { lines: OrderLine[] };
export type QuestionEntry = EntryOf<'question'>;
export type Entry = Exclude<ChatEntry, { kind: 'order' }> | OrderEntry;

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
	/** Whether the sale price counts now (facts 17.4). */
	onSale: boolean;
	currency: string;
	availability: string;
	visibility: string;
	reviewStatus: string;
	/** WhatsApp's own state, which decides; null where there is none (facts 17.1). */
	whatsappReview: string | null;
	size: string | null;
	color: string | null;
	pictureUrl: string;
}

export interface ProductChange {
	name?: string;
	priceMinor?: number;
	salePriceMinor?: number | null;
	availability?: string;
	visibility?: string;
	whatsappReview?: string | null;
}

export type Template = WorldTemplate & { kind: TemplateKind };

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
	savedSettings: string;
	testNumber: boolean;
	allowedRecipients: string[];
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

/** The answer to a customer's action: the webhooks that went out, or why none did. */
export interface Outcome {
	messageId?: string;
	orderId?: string;
	deliveries: Delivery[];
	reason?: string;
}
