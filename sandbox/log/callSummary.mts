import type { Parameters } from '../graph/parameters.mts';
import { findCustomer } from '../shop/world.mts';

/** What each edge is called in the log, by method and last part of the path. */
const EDGES: Record<string, string> = {
	'GET phone_numbers': 'Read the phone numbers',
	'GET product_catalogs': 'Read the catalogs',
	'GET products': 'Read products',
	'GET product_sets': 'Read product sets',
	'GET subscribed_apps': 'Read which apps are subscribed to the account',
	'POST subscribed_apps': 'Subscribe the app to the account',
	'DELETE subscribed_apps': 'Unsubscribe the app from the account',
	'GET subscriptions': 'Read the callback URL',
	'POST subscriptions': 'Set the callback URL',
	'DELETE subscriptions': 'Remove the callback URL',
};

/** One line on what a Graph call wanted. */
export function callSummary(method: string, node: string, edge: string, body: Parameters): string {
	if (method === 'POST' && edge === 'messages') return sendLine(body);
	const known = EDGES[`${method} ${edge}`];
	if (known !== undefined) return known;
	return edge === '' ? `${VERBS[method] ?? method} ${node}` : `${method} ${edge} of ${node}`;
}

const VERBS: Record<string, string> = { GET: 'Read', POST: 'Change', DELETE: 'Delete' };

function sendLine({ type, interactive, to, recipient }: Parameters): string {
	const inner =
		typeof interactive === 'object' && interactive !== null
			? (interactive as { type?: unknown }).type
			: undefined;
	const addressee = String(to ?? recipient ?? 'nobody');
	const name = findCustomer(addressee.replace(/^\+|[\s()-]/g, ''))?.name;
	return `Send ${String(inner ?? type ?? 'a message')} to ${name ?? addressee}`;
}
