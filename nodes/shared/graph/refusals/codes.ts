import type { Refusal } from '../answer';

/**
 * What the send engine does before it tries the same message again; without it the message would be
 * refused again.
 * - `rate`: slows this number down · `pause`: stops all numbers of the app or account for a while
 * - `pair`: lets this recipient wait · `transient`: tries a few times more, as after an outage
 */
export type Next = 'rate' | 'pause' | 'pair' | 'transient';

type Codes = Array<number | [from: number, to: number]>;

const row = <Name extends string>(name: Name, codes: Codes, next?: Next) => ({ name, codes, next });

/**
 * Meta's codes, those with one meaning for the builder in one row; guidanceTable.ts has the words.
 * Source of each code: Facts 3; of `next`: its last paragraph and Facts 4.
 */
const ROWS = [
	row('tokenRefused', [0, 190]),
	row('permissionMissing', [3, 10, [200, 299], 131005]),
	row('objectUnknown', [33]),
	row('parameterInvalid', [100]),
	row('appUnknown', [101]),
	row('valueMissing', [131008]),
	row('valueRefused', [131009]),
	row('malformed', [135000]),
	row('kindUnsupported', [131051]),
	row('contentWithheld', [131060]),
	row('recipientIsSender', [131021]),
	row('undeliverable', [131026]),
	row('recipientBlockedUs', [130403]),
	row('recipientNotOnTestList', [131030]),
	row('marketingUnwanted', [131050]),
	row('userIdUnsupported', [131062]),
	row('identityChanged', [137000]),
	row('windowClosed', [131047]),
	row('marketingExperiment', [130472]),
	row('marketingCapped', [131049]),
	row('numberRate', [130429], 'rate'),
	row('pairRate', [131056], 'pair'),
	row('appRate', [4, 80007, 80008], 'pause'),
	row('spamRate', [131048]),
	row('serviceDown', [1, 2, 131000, 131016, 133004], 'transient'),
	row('deregistrationIncomplete', [133000]),
	row('numberUpgraded', [131057], 'transient'),
	row('numberMaintained', [2494100]),
	row('accountRestricted', [368, 131031]),
	row('countryRestricted', [130497]),
	row('displayNameUnapproved', [131037]),
	row('paymentMissing', [131042]),
	row('numberUnregistered', [131045, 133010]),
	row('pinRefused', [133005, 133006, 133008]),
	row('registrationPaused', [133009, 133015]),
	row('registrationRate', [133016]),
	row('mediaUnloadable', [131052, 131053]),
	row('marketingApiRefused', [131055, 131063, 131064, [134100, 134102]]),
	row('templateValueCount', [132000]),
	row('templateUnknown', [132001]),
	row('templateTooLong', [132005]),
	row('templateValues', [132007, 132008, 132012, 132018]),
	row('templatePaused', [132015, 132016]),
	row('flowBlocked', [132068]),
	row('flowRate', [132069]),
	row('paymentTerms', [134011]),
	row('callbackUnverified', [2200]),
];

/** One meaning of Meta's codes. */
export type CodeName = (typeof ROWS)[number]['name'];

/** What the code of a refusal means; undefined without a code, or with one that is not known. */
export function meaningOf(
	refusal: Refusal,
): { name: CodeName; next: Next | undefined } | undefined {
	const code = refusal.kind === 'refused' ? refusal.code : null;
	if (code === null) return undefined;
	const isIn = (entry: Codes[number]) =>
		typeof entry === 'number' ? entry === code : code >= entry[0] && code <= entry[1];
	return ROWS.find(({ codes }) => codes.some(isIn));
}

/** Whether Meta refused with a code of one of these meanings. */
export function isRefusedAs(refusal: Refusal, ...names: CodeName[]): boolean {
	const meaning = meaningOf(refusal);
	return meaning !== undefined && names.includes(meaning.name);
}
