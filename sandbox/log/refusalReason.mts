import type { GraphRefusal } from '../rules/refusal/refusal.mts';
import { TROUBLES } from '../world/troubles/table.mts';
import type { TroubleValues } from '../world/troubles/table.mts';

/** What to do about a code, where Meta's own text does not say. */
const ADVICE: Record<number, string> = {
	10: 'Use an access token with the permission for this call; the app token only opens /{APP_ID}/subscriptions.',
	15: 'Use the app token: app id, a vertical bar, app secret.',
	104: 'Send the access token as "Authorization: Bearer …".',
	190: "In the sandbox the valid token is sandbox-token; at Meta a system user's token does not expire.",
	200: 'Give the token this permission, and assign the account and the catalog to its system user.',
	2200: 'The callback has to answer the GET handshake with status 200 and nothing but the challenge.',
	130429: 'Send more slowly, and try refused messages again later.',
	131000: 'Try again a little later; nothing was sent.',
	131016: 'Try again a little later; nothing was sent.',
	131030:
		'A test number sends to the phone numbers on its list only, and to no user ID: add the number, or use another one.',
	131047: 'Send a template, or wait until the customer writes.',
	131056: 'Wait 6 seconds between messages to the same customer.',
	131062: 'Send it to the phone number.',
	132000: 'Give as many values as the template has variables.',
	132001:
		'Check name and language code; a template can be sent once its review has approved it (tab Templates).',
	132005: 'Shorten the values.',
	132015: 'Choose another template, or approve this one again in the tab Templates.',
	132016: 'Choose another template, or approve this one again in the tab Templates.',
	132018: 'Take line breaks, tabs and rows of more than four blanks out of the values.',
	133010: 'Register the number on Cloud API; in the sandbox that is a switch in the tab Setup.',
	2: 'Try again a little later; nothing was done.',
};

/** The label of the trouble that makes the sandbox refuse with a code, so that nobody searches their own workflow for the fault. */
function troubleBehind(code: number, troubles: TroubleValues): string | null {
	if (code === 190 && troubles.token === 'expired') return 'Access token';
	if ((code === 131000 || code === 2) && troubles.serverFailures > 0) return 'Server failures';
	if (code === 131016) return 'Service unavailable';
	if (code === 130429) return 'Throughput limit';
	if (code === 131056) return 'Pair limit';
	if (code === 131047 && troubles.window === 'closed') return '24-hour window';
	if (code === 131009 && troubles.catalogMatch === 'none') return 'Products found';
	if (code === 131009 && troubles.productReview === 'rejected') return 'Catalog review';
	if (code === 200 && troubles.permissions !== 'all') return 'Permissions of the token';
	return null;
}

/** Why a Graph call was refused, in sentences. */
export function refusalReason(
	{ code, message, extras }: GraphRefusal,
	troubles: TroubleValues,
): string {
	const words = extras.details ?? message.replace(/^\(#\d+\) /, '');
	const trouble =
		TROUBLES.find(({ name }) => name === extras.trouble)?.label ?? troubleBehind(code, troubles);
	return [
		/[.!?]$/.test(words) ? words : `${words}.`,
		ADVICE[code] ?? '',
		trouble === null ? '' : `The trouble “${trouble}” is on.`,
	]
		.filter((sentence) => sentence !== '')
		.join(' ');
}
