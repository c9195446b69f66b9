import { FIELD_REPORTS } from './fieldReports.mts';
import type { Trouble } from './trouble.mts';

/**
 * Everything that can go wrong on purpose, defined once. The page draws its switches from this table, the control API checks against
 * it, and the code reads each trouble by the name given here.
 */

export const TROUBLES = [
	{
		name: 'deliveries',
		label: 'Deliveries',
		explanation:
			'Meta delivers at least once. Send every webhook once, twice in a row, or four times at the same moment.',
		kind: 'choice',
		choices: [
			{ value: 'once', label: 'Once' },
			{ value: 'twice', label: 'Twice' },
			{ value: 'fourAtOnce', label: 'Four at once' },
		],
		default: 'once',
	},
	{
		name: 'signature',
		label: 'Signature',
		explanation:
			'Sign every webhook with the app secret, with another key, or not at all: a receiver must refuse the last two.',
		kind: 'choice',
		choices: [
			{ value: 'valid', label: 'Valid' },
			{ value: 'wrong', label: 'Wrong' },
			{ value: 'missing', label: 'Missing' },
		],
		default: 'valid',
	},
	{
		name: 'ordersPerDelivery',
		label: 'Orders per delivery',
		explanation:
			'Two: the next order waits for a second one, then both arrive in one webhook. A receiver must read all messages of a delivery.',
		kind: 'switch',
		choices: [
			{ value: 'one', label: 'One' },
			{ value: 'two', label: 'Two' },
		],
		default: 'one',
	},
	{
		name: 'order',
		label: 'Order of webhooks',
		explanation:
			'Reversed: “delivered” comes before “sent”, and what a customer sends waits for the next message, which overtakes it.',
		kind: 'switch',
		choices: [
			{ value: 'inOrder', label: 'In order' },
			{ value: 'reversed', label: 'Reversed' },
		],
		default: 'inOrder',
	},
	{
		name: 'customerPhone',
		label: 'Phone numbers',
		explanation:
			'Hidden: webhooks carry no phone number of any customer, only the business-scoped user ID.',
		kind: 'switch',
		choices: [
			{ value: 'shown', label: 'Shown' },
			{ value: 'hidden', label: 'Hidden' },
		],
		default: 'shown',
	},
	{
		name: 'app',
		label: "Customer's app",
		explanation:
			'Outdated: a product message is accepted, then fails with 131026, and the customer is asked to update the app.',
		kind: 'switch',
		choices: [
			{ value: 'current', label: 'Current' },
			{ value: 'outdated', label: 'Outdated' },
		],
		default: 'current',
	},
	{
		name: 'catalogMatch',
		label: 'Products found',
		explanation:
			'Some: every second product of a list is not found and is left out. None: no product is found and the message is refused with 131009.',
		kind: 'choice',
		choices: [
			{ value: 'asIs', label: 'As in the catalog' },
			{ value: 'partial', label: 'Some' },
			{ value: 'none', label: 'None' },
		],
		default: 'asIs',
	},
	{
		name: 'window',
		label: '24-hour window',
		explanation:
			'Closed: the customer last wrote more than 24 hours ago, so only a template may be sent; anything else fails with 131047.',
		kind: 'switch',
		choices: [
			{ value: 'open', label: 'Open' },
			{ value: 'closed', label: 'Closed' },
		],
		default: 'open',
	},
	{
		name: 'windowClosedHow',
		label: 'How a closed window shows',
		explanation:
			'Late: the message is accepted and a failed status follows, as is usual at Meta. At once: the call itself is refused.',
		kind: 'switch',
		choices: [
			{ value: 'late', label: 'Late' },
			{ value: 'sync', label: 'At once' },
		],
		default: 'late',
	},
	{
		name: 'pairLimit',
		label: 'Pair limit',
		explanation:
			'One message every 6 seconds to the same customer, refused with 131056 beyond. Meta lets 45 be borrowed in advance; the strict one lets none.',
		kind: 'choice',
		choices: [
			{ value: 'off', label: 'Off' },
			{ value: 'on', label: 'As at Meta' },
			{ value: 'strict', label: 'Strict' },
		],
		default: 'off',
	},
	{
		name: 'throughput',
		label: 'Throughput limit',
		explanation:
			'So many messages a second for each business number, in and out together, refused with 130429 beyond. Meta gives 80 at first. 0 is no limit.',
		kind: 'number',
		min: 0,
		max: 1_000,
		unit: 'messages a second',
		default: 0,
	},
	{
		name: 'token',
		label: 'Access token',
		explanation: 'Expired: every call with an access token of a user is refused with 190.',
		kind: 'switch',
		choices: [
			{ value: 'valid', label: 'Valid' },
			{ value: 'expired', label: 'Expired' },
		],
		default: 'valid',
	},
	{
		name: 'latency',
		label: 'Latency',
		explanation: 'Every Graph API call waits so long before it is answered.',
		kind: 'number',
		min: 0,
		max: 60_000,
		unit: 'ms',
		default: 0,
	},
	{
		name: 'serverFailures',
		label: 'Server failures',
		explanation:
			'So many of a hundred Graph API calls fail, evenly spread: sends with HTTP 500 and 131000, all others with HTTP 503 and 2. Nothing is done by them.',
		kind: 'number',
		min: 0,
		max: 100,
		unit: '%',
		default: 0,
	},
	{
		name: 'cut',
		label: 'Cut connection',
		explanation:
			'After a message was accepted the connection breaks before the answer: the sender cannot know that it was sent.',
		kind: 'switch',
		choices: [
			{ value: 'off', label: 'Off' },
			{ value: 'afterAccepted', label: 'After accepting' },
		],
		default: 'off',
	},
	{
		name: 'permissions',
		label: 'Permissions of the token',
		explanation:
			'One scope is taken from every access token of a user: what needs it is refused with 200.',
		kind: 'choice',
		choices: [
			{ value: 'all', label: 'All' },
			{ value: 'whatsapp_business_messaging', label: 'Without messaging' },
			{ value: 'whatsapp_business_management', label: 'Without management' },
			{ value: 'catalog_management', label: 'Without catalog' },
		],
		default: 'all',
	},
	{
		name: 'appMode',
		label: 'App mode',
		explanation:
			'In development: webhooks of real customers do not reach the app, and Meta tells nobody. The account and the number look well.',
		kind: 'switch',
		choices: [
			{ value: 'live', label: 'Live' },
			{ value: 'development', label: 'In development' },
		],
		default: 'live',
	},
	{
		name: 'productReview',
		label: 'Catalog review',
		explanation:
			'Rejected: the review has turned down every product, so none can be sent and messages are refused with 131009.',
		kind: 'switch',
		choices: [
			{ value: 'asIs', label: 'As in the catalog' },
			{ value: 'rejected', label: 'Rejected' },
		],
		default: 'asIs',
	},
	{
		name: 'hiddenCatalog',
		label: 'A hidden catalog refuses',
		explanation:
			'What a number with a hidden catalog cannot send: only messages that open the catalog, or everything with products. Hide it under Setup; what Meta does is not known for sure.',
		kind: 'switch',
		choices: [
			{ value: 'catalogMessages', label: 'Catalog messages' },
			{ value: 'allProducts', label: 'All products' },
		],
		default: 'catalogMessages',
	},
	{
		name: 'templateSends',
		label: 'Templates on their way',
		explanation:
			'Held or paused: a template is answered with HTTP 200 and this status, and does not reach the customer.',
		kind: 'choice',
		choices: [
			{ value: 'accepted', label: 'Accepted' },
			{ value: 'held_for_quality_assessment', label: 'Held for quality' },
			{ value: 'paused', label: 'Paused' },
		],
		default: 'accepted',
	},
	{
		name: 'unavailable',
		label: 'Service unavailable',
		explanation:
			'So many of a hundred sends are refused with 131016, evenly spread. Nothing is sent by them; a later try succeeds.',
		kind: 'number',
		min: 0,
		max: 100,
		unit: '%',
		default: 0,
	},
	{
		name: 'cutBefore',
		label: 'Cut before accepting',
		explanation:
			'For so many of a hundred sends the connection breaks before the message is accepted: nothing is sent, and the sender cannot know.',
		kind: 'number',
		min: 0,
		max: 100,
		unit: '%',
		default: 0,
	},
	{
		name: 'cutAfter',
		label: 'Cut after accepting',
		explanation:
			'For so many of a hundred accepted messages the connection breaks before the answer: sent, and the sender cannot know.',
		kind: 'number',
		min: 0,
		max: 100,
		unit: '%',
		default: 0,
	},
	...FIELD_REPORTS,
] as const satisfies readonly Trouble[];

type Entry = (typeof TROUBLES)[number];
type ValueOf<One> = One extends { choices: readonly { value: infer Value }[] } ? Value : number;

export type TroubleName = Entry['name'];
export type TroubleValues = { [Name in TroubleName]: ValueOf<Extract<Entry, { name: Name }>> };

export function noTroubles(): TroubleValues {
	return Object.fromEntries(
		TROUBLES.map((trouble) => [trouble.name, trouble.default]),
	) as TroubleValues;
}
