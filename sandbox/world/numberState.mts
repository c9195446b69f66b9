import { PHONE_NUMBERS } from './shop/world.mts';

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

export type Health = (typeof HEALTHS)[number];

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
