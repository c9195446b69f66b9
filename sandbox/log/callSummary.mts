import type { Parameters } from '../rules/parameters.mts';
import { findCustomer } from '../world/shop/world.mts';

/** What the log calls each edge, by method and last part of the path. */
const EDGES: Record<string, string> = {
	'GET phone_numbers': 'Read the phone numbers',
	'GET product_catalogs': 'Read the catalogs',
	'GET products': 'Read products',
	'GET product_sets': 'Read product sets',
	'GET diagnostics': 'Read what is wrong with the catalog',
	'GET subscribed_apps': 'Read which apps are subscribed to the account',
	'POST subscribed_apps': 'Subscribe the app to the account',
	'DELETE subscribed_apps': 'Unsubscribe the app from the account',
	'POST product_catalogs': 'Connect a catalog to the account',
	'DELETE product_catalogs': 'Disconnect a catalog from the account',
	'GET message_templates': 'Read the templates',
	'POST message_templates': 'Create a template',
	'DELETE message_templates': 'Delete a template',
	'GET whatsapp_commerce_settings': 'Read the commerce settings',
	'POST whatsapp_commerce_settings': 'Change the commerce settings',
	'GET subscriptions': 'Read the callback URL',
	'POST subscriptions': 'Set the callback URL',
	'DELETE subscriptions': 'Remove the callback URL',
};

/** What a Graph call asked for, in one line. */
export function callSummary(method: string, node: string, edge: string, body: Parameters): string {
	if (method === 'POST' && edge === 'messages') return sendLine(body);
	if (node === 'debug_token') return 'Look at an access token';
	const known = EDGES[`${method} ${edge}`];
	if (known !== undefined) return known;
	return edge === '' ? `${VERBS[method] ?? method} ${node}` : `${method} ${edge} of ${node}`;
}

const VERBS: Record<string, string> = { GET: 'Read', POST: 'Change', DELETE: 'Delete' };

function sendLine({ type, interactive, template, to, recipient }: Parameters): string {
	const name = partOf(template, 'name');
	const inner =
		partOf(interactive, 'type') ?? (name === undefined ? undefined : `template ${String(name)}`);
	const addressee = String(to ?? recipient ?? 'nobody');
	const customer = findCustomer(addressee.replace(/^\+|[\s()-]/g, ''))?.name;
	return `Send ${String(inner ?? type ?? 'a message')} to ${customer ?? addressee}`;
}

/** The payload may be anything. */
function partOf(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null
		? (value as Record<string, unknown>)[key]
		: undefined;
}
