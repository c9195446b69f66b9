/**
 * A customer of the sandbox, for people without a phone to try with. Plain JavaScript, runs on Node.js 20.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const HELP = `node sandbox/customer.mjs [options] writes "menu"
node sandbox/customer.mjs [options] orders BAK-SOURDOUGH=2 FRU-APPLE

  --port <number>    port of the sandbox (4010; or SANDBOX_PORT)
  --customer <key>   phone number in digits, or user ID (16505551234, Pablo Morales)
  --note <text>      what the customer adds to the order
`;

/** A workflow without slow steps answers within a second or two. */
const REPLY_PATIENCE_MS = 10_000;

const { values, positionals } = readArguments({
	allowPositionals: true,
	options: {
		port: { type: 'string', default: process.env.SANDBOX_PORT ?? '4010' },
		customer: { type: 'string', default: '16505551234' },
		note: { type: 'string', default: '' },
		help: { type: 'boolean', default: false },
	},
});

const [verb, ...words] = positionals;

const REQUESTS = {
	writes: () => ['texts', { body: words.join(' ') || 'menu' }],
	orders: () => ['orders', { lines: words.map(line), note: values.note }],
};

if (values.help || !Object.hasOwn(REQUESTS, verb) || (verb === 'orders' && words.length === 0)) {
	console.log(HELP);
	process.exit(values.help ? 0 : 1);
}

const before = (await call('GET', 'messages')).length;
const [path, body] = REQUESTS[verb]();
const { deliveries, reason } = await call(
	'POST',
	`customers/${encodeURIComponent(values.customer)}/${path}`,
	body,
);
if (deliveries.length === 0) {
	console.error(`Sent, but no webhook went out. ${reason}`);
	console.error('If no workflow listens yet, publish one with a WhatsApp Commerce Trigger.');
	process.exit(1);
}
for (const { url, attempts } of deliveries) {
	const { status, ms } = attempts.at(-1);
	console.log(`Sent. n8n answered ${status ?? 'nothing'} after ${Math.round(ms)} ms at ${url}`);
}
console.log(`The business replied: ${await reply()}`);

/** parseArgs, but bad arguments print the message and the help instead of a stack trace. */
function readArguments(config) {
	try {
		return parseArgs(config);
	} catch (unknown) {
		console.error(`${unknown.message}\n\n${HELP}`);
		process.exit(1);
	}
}

async function reply() {
	const deadline = Date.now() + REPLY_PATIENCE_MS;
	while (Date.now() < deadline) {
		const [message] = (await call('GET', 'messages')).slice(before);
		if (message) return described(message);
		await sleep(200);
	}
	return `nothing within ${REPLY_PATIENCE_MS / 1000} seconds. Look at the workflow's executions.`;
}

function described({ type, payload, products }) {
	if (type === 'text') return payload.text.body.replaceAll('\n', '\n  ');
	const text = payload.interactive?.header?.text ?? payload.interactive?.body?.text ?? '';
	return `${type} "${text}" with ${products.join(', ')}`;
}

async function call(method, place, content) {
	const response = await fetch(`http://127.0.0.1:${values.port}/control/${place}`, {
		method,
		headers: { 'content-type': 'application/json' },
		body: content && JSON.stringify(content),
	}).catch(() => undefined);
	if (!response) {
		console.error(
			`No sandbox listens on port ${values.port}. Start it with: npm start, or give its port with --port <number>`,
		);
		process.exit(1);
	}
	const answer = await response.json();
	if (response.ok) return answer;
	console.error(answer.error ?? JSON.stringify(answer));
	process.exit(1);
}

function line(word) {
	const [sku, quantity = '1'] = word.split('=');
	if (!/^\d+$/.test(quantity)) {
		console.error(`"${word}" needs a whole number after "=", for example ${sku}=2`);
		process.exit(1);
	}
	return { sku, quantity: Number(quantity) };
}
