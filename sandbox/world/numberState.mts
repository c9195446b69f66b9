import { CUSTOMERS, PHONE_NUMBERS } from './shop/world.mts';

/** Fields of facts 6.5. The fact sheet has only some of their values; the others are general Graph knowledge. */
export const QUALITIES = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN', 'NA'] as const;
export const NAME_STATUSES = [
	'APPROVED',
	'AVAILABLE_WITHOUT_REVIEW',
	'PENDING_REVIEW',
	'DECLINED',
] as const;
export const CODE_VERIFICATIONS = ['VERIFIED', 'NOT_VERIFIED', 'EXPIRED'] as const;
export const HEALTHS = ['AVAILABLE', 'LIMITED', 'BLOCKED'] as const;
/** Which commerce settings were ever saved: what was not is missing in the answer, and Meta's defaults hold (facts 17.3). */
export const SAVED_SETTINGS = ['both', 'cartOnly', 'catalogOnly', 'none'] as const;

export type Health = (typeof HEALTHS)[number];
export type SavedSettings = (typeof SAVED_SETTINGS)[number];

/** What changes about one of the business's numbers, apart from the number itself (shop/world.mts). */
export interface NumberState {
	/** "Verified" is not "registered": without it nothing can be sent (facts 6.5, code 133010). */
	registered: boolean;
	codeVerification: (typeof CODE_VERIFICATIONS)[number];
	nameStatus: (typeof NAME_STATUSES)[number];
	quality: (typeof QUALITIES)[number];
	health: Health;
	/** Off: no cart buttons, so no orders (facts 6.4). */
	cartEnabled: boolean;
	/** Off: the storefront is hidden, the state of a new number (facts 6.4). */
	catalogVisible: boolean;
	savedSettings: SavedSettings;
	/** A test number of Meta's: it reaches its list of phone numbers only, and no user ID (facts 17.8). */
	testNumber: boolean;
	/** Digits, as they were entered: another spelling of the same number is not on the list. */
	allowedRecipients: string[];
}

/** Meta's own (facts 6.4). */
const DEFAULTS = { cartEnabled: true, catalogVisible: false };

export function savesCart({ savedSettings }: Pick<NumberState, 'savedSettings'>): boolean {
	return savedSettings === 'both' || savedSettings === 'cartOnly';
}

export function savesCatalog({ savedSettings }: Pick<NumberState, 'savedSettings'>): boolean {
	return savedSettings === 'both' || savedSettings === 'catalogOnly';
}

export type SettingFlags = Partial<Pick<NumberState, 'cartEnabled' | 'catalogVisible'>>;

/** What becomes of a number's commerce settings when some of them are saved. */
export function withSaved(now: NumberState, flags: SettingFlags): NumberState {
	const cart = savesCart(now) || flags.cartEnabled !== undefined;
	const catalog = savesCatalog(now) || flags.catalogVisible !== undefined;
	return { ...now, ...flags, savedSettings: wordFor(cart, catalog) };
}

function wordFor(cart: boolean, catalog: boolean): SavedSettings {
	if (cart) return catalog ? 'both' : 'cartOnly';
	return catalog ? 'catalogOnly' : 'none';
}

/** As if only these had ever been saved. */
export function forgetSettings(now: NumberState, savedSettings: SavedSettings): NumberState {
	return {
		...now,
		...(savesCart({ savedSettings }) ? {} : { cartEnabled: DEFAULTS.cartEnabled }),
		...(savesCatalog({ savedSettings }) ? {} : { catalogVisible: DEFAULTS.catalogVisible }),
		savedSettings,
	};
}

/** By phone number id. */
export function firstNumberStates(): Map<string, NumberState> {
	return new Map(
		PHONE_NUMBERS.map(({ id, catalogVisible }) => [
			id,
			{
				registered: true,
				codeVerification: 'VERIFIED',
				nameStatus: 'APPROVED',
				quality: 'GREEN',
				health: 'AVAILABLE',
				cartEnabled: true,
				catalogVisible,
				savedSettings: 'both',
				testNumber: false,
				allowedRecipients: CUSTOMERS[0]?.phone ? [CUSTOMERS[0].phone] : [],
			},
		]),
	);
}

/** @throws for a number that is not one of PHONE_NUMBERS: check the id first */
export function numberStateOf(
	{ numberStates }: { numberStates: ReadonlyMap<string, NumberState> },
	phoneNumberId: string,
): NumberState {
	const number = numberStates.get(phoneNumberId);
	if (!number) throw new Error('There is no such phone number in the sandbox.');
	return number;
}
