/**
 * The fixtures: who and what exists in the sandbox. Tests and `npm start` read this file; GET /control/world serves it.
 * Ids, names and numbers are examples of Meta's documentation or invented; the phone numbers are in ranges reserved for fiction.
 */

/** The scopes that the sandbox tells apart (facts 6.6). */
export type Scope =
	| 'whatsapp_business_messaging'
	| 'whatsapp_business_management'
	| 'catalog_management';

export interface UserToken {
	value: string;
	scopes: Scope[];
	expired: boolean;
	/** The dashboard's token, valid for about a day (facts 7); others do not expire. */
	temporary?: boolean;
}

export interface PhoneNumber {
	id: string;
	/** In the form that Meta's API shows to people. */
	display: string;
	/** In the form of webhooks (facts 2.1): digits only. */
	digits: string;
	/** What Meta puts in front of a `to` without `+` (facts 1.1). */
	countryCode: string;
	verifiedName: string;
	/** Whether its storefront is shown at first. */
	catalogVisible: boolean;
}

export const APP_AGES = ['current', 'outdated'] as const;
export type AppAge = (typeof APP_AGES)[number];

export interface Customer {
	name: string;
	userId: string;
	/** The id that linked portfolios share (facts 1.10); most customers have none. */
	parentUserId: string | null;
	/** Digits without `+`; null for a customer who shows a username only (facts 1.10). */
	phone: string | null;
	/** Some with a leading @, some without: Meta's examples show both (facts 2.2). */
	username: string | null;
	/** How old the customer's WhatsApp is at first; facts 2.6 has the consequences. */
	app: AppAge;
}

export const APP = {
	id: '670843887433847',
	name: 'Sandbox App',
	secret: 'sandbox-app-secret-0123456789abcdef',
} as const;

/** The app access token of facts 5.3. */
export const APP_TOKEN = `${APP.id}|${APP.secret}`;

const ALL_SCOPES: Scope[] = [
	'whatsapp_business_messaging',
	'whatsapp_business_management',
	'catalog_management',
];

export const TOKENS = {
	full: { value: 'sandbox-token', scopes: ALL_SCOPES, expired: false },
	expired: { value: 'sandbox-token-expired', scopes: ALL_SCOPES, expired: true },
	noCatalog: {
		value: 'sandbox-token-no-catalog',
		scopes: ALL_SCOPES.filter((scope) => scope !== 'catalog_management'),
		expired: false,
	},
	temporary: {
		value: 'sandbox-token-temporary',
		scopes: ALL_SCOPES,
		expired: false,
		temporary: true,
	},
	messagingOnly: {
		value: 'sandbox-token-messaging-only',
		scopes: ['whatsapp_business_messaging'],
		expired: false,
	},
} satisfies Record<string, UserToken>;

export const BUSINESS_ACCOUNT = {
	id: '102290129340398',
	name: 'Sandbox Bakery & Grocery',
	currency: 'USD',
} as const;

export const PHONE_NUMBERS: PhoneNumber[] = [
	{
		id: '106540352242922',
		display: '+1 555-078-3881',
		digits: '15550783881',
		countryCode: '1',
		verifiedName: 'Sandbox Bakery & Grocery',
		catalogVisible: true,
	},
	{
		id: '106540352242933',
		display: '+49 30 23125123',
		digits: '493023125123',
		countryCode: '49',
		verifiedName: 'Sandbox Bäckerei & Feinkost',
		// The state of a new number at Meta: hidden until somebody shows it (facts 6.4).
		catalogVisible: false,
	},
];

export const CATALOG_IDS = { cornerShop: '194836987003835', warehouse: '204836987003841' } as const;

export const CUSTOMERS: Customer[] = [
	{
		name: 'Pablo Morales',
		userId: 'US.13491208655302741918',
		parentUserId: null,
		phone: '16505551234',
		username: 'pablo.m',
		app: 'current',
	},
	{
		name: 'Käthe Beispiel',
		userId: 'DE.20981346713459087122',
		parentUserId: 'DE.ENT.11815799212886844830',
		phone: '4917604069011',
		username: '@kaethe.beispiel',
		app: 'current',
	},
	{
		name: 'Robin Example',
		userId: 'GB.30761298450917263548',
		parentUserId: null,
		phone: null,
		username: '@robin.example',
		app: 'current',
	},
	{
		name: 'Sam Sample',
		userId: 'US.24605317789412036651',
		parentUserId: null,
		phone: '16505550199',
		username: null,
		app: 'outdated',
	},
];

/** A customer is found by user id, by the parent's user id or by phone digits. */
export function findCustomer(key: string): Customer | undefined {
	return CUSTOMERS.find(({ userId, parentUserId, phone }) =>
		[userId, parentUserId, phone].includes(key),
	);
}

export function findPhoneNumber(id: string): PhoneNumber | undefined {
	return PHONE_NUMBERS.find((number) => number.id === id);
}
