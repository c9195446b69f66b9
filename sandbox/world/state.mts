import { BoundedLog } from './boundedLog.mts';
import type { Catalog } from './catalog/product.mts';
import type { ChatEntry } from './chatEntry.mts';
import { firstCustomerStates } from './customerState.mts';
import type { CustomerState } from './customerState.mts';
import { firstNumberStates } from './numberState.mts';
import type { Health, NumberState } from './numberState.mts';
import { Rates } from './rates.mts';
import type {
	AppSubscription,
	Delivery,
	GraphCall,
	Held,
	LogEntry,
	PlacedOrder,
	SentMessage,
} from './records.mts';
import { createCatalogs } from './shop/catalogs.mts';
import { createTemplates } from './shop/templates.mts';
import type { Template } from './templates/template.mts';
import { Evenly } from './troubles/evenly.mts';
import { noTroubles } from './troubles/table.mts';
import type { TroubleValues } from './troubles/table.mts';

const NEWEST = 5_000;
const NEWEST_MESSAGES = 20_000;
/** A delivery may be 3 MB (facts 2.7): each log also forgets its oldest entries beyond this many characters. */
const CHARACTERS = 100_000_000;

/** Everything that a reset resets. */
export interface State {
	catalogs: Map<string, Catalog>;
	/** Ids of those connected to the business account (facts 6.1), in the order in which they were connected. */
	connectedCatalogs: Set<string>;
	/** By id, oldest first. */
	templates: Map<string, Template>;
	/** By phone number id. */
	numberStates: Map<string, NumberState>;
	messages: BoundedLog<SentMessage>;
	orders: BoundedLog<PlacedOrder>;
	calls: BoundedLog<GraphCall>;
	deliveries: BoundedLog<Delivery>;
	/** All chats together, oldest first. */
	chat: BoundedLog<ChatEntry>;
	/** Calls and webhooks, explained for people. */
	log: BoundedLog<LogEntry>;
	/** By the customer's key. */
	customerStates: Map<string, CustomerState>;
	troubles: TroubleValues;
	/** What customers sent and a trouble holds back until the next message. */
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
		numberStates: firstNumberStates(),
		messages: new BoundedLog(NEWEST_MESSAGES, CHARACTERS),
		orders: new BoundedLog(NEWEST, CHARACTERS),
		calls: new BoundedLog(NEWEST, CHARACTERS),
		deliveries: new BoundedLog<Delivery>(NEWEST, CHARACTERS, (delivery) => delivery.body.length),
		chat: new BoundedLog(NEWEST_MESSAGES, CHARACTERS),
		log: new BoundedLog(NEWEST, CHARACTERS),
		customerStates: firstCustomerStates(),
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
