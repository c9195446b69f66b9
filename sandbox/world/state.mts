import { BoundedLog } from './boundedLog.mts';
import type { Catalog } from './catalog/product.mts';
import type { ChatEntry } from './chatEntry.mts';
import { firstStandings } from './customerState.mts';
import type { Standing } from './customerState.mts';
import type { GraphCall } from '../graph/callLog.mts';
import type { LogEntry } from '../log/entry.mts';
import { firstNumberStandings } from './numberState.mts';
import type { Health, NumberStanding } from './numberState.mts';
import { Rates } from './rates.mts';
import { createCatalogs } from './shop/catalogs.mts';
import { createTemplates } from './shop/templates.mts';
import type { Category, Template } from './templates/template.mts';
import { Evenly } from './troubles/evenly.mts';
import { noTroubles } from './troubles/table.mts';
import type { TroubleValues } from './troubles/table.mts';
import type { Delivery } from '../webhooks/delivery.mts';
import type { Held } from '../webhooks/outbox.mts';

const NEWEST = 5_000;
const NEWEST_MESSAGES = 20_000;
/** A delivery may be 3 MB (facts 2.7): each log also forgets its oldest entries beyond this many characters. */
const CHARACTERS = 100_000_000;

/** One message that Meta would have answered with "accepted". */
export interface SentMessage {
	id: string;
	at: string;
	phoneNumberId: string;
	/** The customer's key (business-scoped user id), null when nobody in the sandbox has this number or id. */
	customer: string | null;
	/** Digits of the number it went to (country code included); as given when a user id was put into `to`. */
	to: string | null;
	/** The business-scoped user id it was addressed to. */
	recipient: string | null;
	type: string;
	payload: unknown;
	catalogId: string | null;
	products: string[];
	dropped: string[];
	/** `failed`: accepted, and a failed status followed. `held`: a template that waits for Meta, or was paused on its way (facts 1.1). */
	fate: 'delivered' | 'dropped' | 'failed' | 'held';
	/** Of the template, null for a free-form message. */
	category: Category | null;
	trackingData: string | null;
}

export interface PlacedOrder {
	orderId: string;
	at: string;
	customer: string;
	phoneNumberId: string;
	catalogId: string;
	note: string;
	lines: Array<Record<string, unknown>>;
}

/** One webhook subscription of the app: exactly one URL per object (facts 5.3). */
export interface AppSubscription {
	object: string;
	callbackUrl: string;
	fields: string[];
	/** Graph version of the call that made it: shown by GET as each field's version. */
	version: string;
}

/** Everything that a reset resets. */
export interface State {
	catalogs: Map<string, Catalog>;
	/** Which of them are connected to the business account (facts 6.1), in the order of their connection. */
	connectedCatalogs: Set<string>;
	/** By id, oldest first. */
	templates: Map<string, Template>;
	/** By phone number id. */
	numbers: Map<string, NumberStanding>;
	messages: BoundedLog<SentMessage>;
	orders: BoundedLog<PlacedOrder>;
	calls: BoundedLog<GraphCall>;
	deliveries: BoundedLog<Delivery>;
	/** All chats together, oldest first. */
	chat: BoundedLog<ChatEntry>;
	/** Calls and webhooks as a person reads them. */
	log: BoundedLog<LogEntry>;
	/** By the customer's key. */
	standings: Map<string, Standing>;
	troubles: TroubleValues;
	/** What customers sent and a trouble holds back until more comes. */
	held: Held[];
	rates: Rates;
	/** Counts for the troubles `serverFailures`, `unavailable`, `cutBefore` and `cutAfter`. */
	failures: Evenly;
	unavailable: Evenly;
	cutsBefore: Evenly;
	cutsAfter: Evenly;
	appSubscriptions: Map<string, AppSubscription>;
	/** Whether the app is subscribed to the business account, and the account's own callback if it has one. */
	accountSubscribed: boolean;
	accountOverride: string | null;
	accountHealth: Health;
	/** Phone number id → that number's own callback. */
	numberOverrides: Map<string, string>;
	statusWebhooks: boolean;
}

export function createState(statusWebhooks: boolean): State {
	const catalogs = createCatalogs();
	return {
		catalogs,
		connectedCatalogs: new Set(catalogs.keys()),
		templates: createTemplates(),
		numbers: firstNumberStandings(),
		messages: new BoundedLog(NEWEST_MESSAGES, CHARACTERS),
		orders: new BoundedLog(NEWEST, CHARACTERS),
		calls: new BoundedLog(NEWEST, CHARACTERS),
		deliveries: new BoundedLog<Delivery>(NEWEST, CHARACTERS, (delivery) => delivery.body.length),
		chat: new BoundedLog(NEWEST_MESSAGES, CHARACTERS),
		log: new BoundedLog(NEWEST, CHARACTERS),
		standings: firstStandings(),
		troubles: noTroubles(),
		held: [],
		rates: new Rates(),
		failures: new Evenly(),
		unavailable: new Evenly(),
		cutsBefore: new Evenly(),
		cutsAfter: new Evenly(),
		appSubscriptions: new Map(),
		accountSubscribed: false,
		accountOverride: null,
		accountHealth: 'AVAILABLE',
		numberOverrides: new Map(),
		statusWebhooks,
	};
}
