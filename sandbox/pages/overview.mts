import type { State } from '../world/state.mts';
import { escapeMarkup as e } from '../world/markup.mts';
import { BUSINESS_ACCOUNT, findCustomer } from '../world/shop/world.mts';

const SHOWN = 20;

const CONTROL_API: Array<[call: string, meaning: string]> = [
	['GET /control/health', 'is it up?'],
	['GET /control/world', 'accounts, tokens, numbers, catalogs, customers'],
	['POST /control/reset', 'back to a clean state'],
	['GET, POST /control/settings', 'statusWebhooks: true or false'],
	['GET /control/messages?to=', 'messages accepted so far'],
	[
		'POST /control/customers/:key/orders',
		'a customer sends a cart: { lines: [{ sku, quantity, price?, currency? }], note?, catalogId?, phoneNumberId?, quotedId? }',
	],
	['POST /control/customers/:key/texts', 'a customer writes: { body, quotedId?, phoneNumberId? }'],
	[
		'POST /control/customers/:key/questions',
		'a customer asks about a product: { body, sku, catalogId?, phoneNumberId? }',
	],
	[
		'POST /control/customers/:key/edits',
		'a customer changes a text: { messageId, body, as?: edit or unsupported }; …/revokes { messageId } takes a message back',
	],
	['POST /control/customers/:key/read', 'the customer opens the chat: read statuses go out'],
	[
		'POST /control/customers/:key/payments',
		'a payment of the customer moves on: { outcome: captured, pending or failed, referenceId?, amount?, currency?, addressee?, phoneNumberId? }',
	],
	[
		'POST /control/customers/:key/agent-replies',
		'Meta Business Agent answers, while it holds the chat: { body, phoneNumberId? }',
	],
	['GET /control/customers', 'who they are now; …/:key/chat is what was said'],
	['PATCH /control/customers/:key', 'app, phoneVisible, windowOpen, agentHolds'],
	['GET /control/catalogs', 'the catalogs; …/:id/products?search=&after=&limit= what is in them'],
	[
		'PATCH /control/catalogs/:id/products/:sku',
		'name, description, priceMinor, salePriceMinor, salePriceStart, salePriceEnd, availability, visibility, reviewStatus, whatsappReview, inventory, quantityToSell, size, color, groupId',
	],
	[
		'GET, PATCH /control/catalogs/:id',
		'how its prices are written: currency, priceLocale, priceDecimals',
	],
	['GET /control/templates', 'the message templates; PATCH …/:id { status } is their review'],
	[
		'GET, PATCH /control/setup',
		'accountSubscribed, accountHealth; …/catalogs/:id connected; …/numbers/:id registered, cartEnabled, catalogVisible, savedSettings, testNumber, allowedRecipients, quality, health …',
	],
	['GET, PATCH, DELETE /control/troubles', 'what goes wrong on purpose: see, change, end all'],
	['GET /control/deliveries', 'webhooks sent so far'],
	['POST /control/deliveries', 'send any webhook: { payload, signature?, times?, atOnce? }'],
	['POST /control/deliveries/:id/again', 'the same bytes once more: { times?, atOnce? }'],
	['GET, DELETE /control/calls', 'the log of Graph API calls'],
	['GET /control/log?after=', 'calls and webhooks together, with the reason of each refusal'],
	['GET /control/events', 'server-sent events: what has changed'],
];

function rows(cells: string[][]): string {
	return cells
		.map((row) => `<tr>${row.map((cell) => `<td>${e(cell)}</td>`).join('')}</tr>`)
		.join('\n');
}

function table(heads: string[], cells: string[][], empty: string): string {
	if (cells.length === 0) return `<p>${e(empty)}</p>`;
	return `<table><thead><tr>${heads.map((head) => `<th>${e(head)}</th>`).join('')}</tr></thead><tbody>${rows(cells)}</tbody></table>`;
}

function nameOf(key: string | null, otherwise: string): string {
	return (key === null ? undefined : findCustomer(key)?.name) ?? otherwise;
}

/** What this is, how the control API is called, and what happened last. */
export function overview(state: State): string {
	const messages = state.messages
		.newest(SHOWN)
		.map((message) => [
			message.at,
			nameOf(message.customer, message.to ?? message.recipient ?? ''),
			message.type,
			message.products.join(', '),
			message.fate,
		]);
	const orders = state.orders
		.newest(SHOWN)
		.map((order) => [
			order.at,
			nameOf(order.customer, order.customer),
			order.lines
				.map((line) => `${String(line.quantity ?? '?')} × ${String(line.product_retailer_id)}`)
				.join(', '),
			order.note,
		]);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>WhatsApp sandbox</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ddd; vertical-align: top; overflow-wrap: anywhere }
</style>
</head>
<body>
<h1>WhatsApp sandbox</h1>
<p>A WhatsApp on your own machine, with the business account “${e(BUSINESS_ACCOUNT.name)}”. It answers like Meta's Graph API under
<code>/v26.0/…</code> and sends webhooks like Meta's. It has no connection to Meta, and nothing sent here reaches a real phone.</p>
<h2>Control API</h2>
${table(['Call', 'Meaning'], CONTROL_API, '')}
<h2>Last messages</h2>
${table(['At', 'To', 'Type', 'Products', 'Fate'], messages, 'No message has been sent yet.')}
<h2>Last orders</h2>
${table(['At', 'From', 'Lines', 'Note'], orders, 'Nobody has ordered yet.')}
</body>
</html>
`;
}
