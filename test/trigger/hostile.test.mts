import fc from 'fast-check';

import {
	cart,
	delivery,
	envelope,
	line,
	pablo,
	standbyDelivery,
	text,
} from '../support/fixtures/deliveries';
import { TriggerHost } from '../support/webhookHost.mts';

/** The long forms, in a real n8n, are in bench/trigger. */
const RUNS = 200;

const EVERYTHING = ['order', 'productQuestion', 'messageFailed', 'systemMessage', 'textMessage'];

/** As a builder may have it: with everything that looks into an event turned on. */
const host = new TriggerHost({
	events: [...EVERYTHING, 'unrecognized'],
	outputs: 'perEvent',
	options: {
		filterPhoneNumbers: '106540352242922',
		filterCatalogs: '194836987003835',
		filterSkus: 'SKU-1',
		filterCustomers: pablo.user_id,
		filterMinimumTotal: { minimum: { amount: 1, currency: 'USD' } },
	},
});
beforeAll(async () => await host.listen());
afterAll(async () => await host.close());
beforeEach(() => void host.runs.splice(0));

let number = 0;
const goodOrder = () => cart([line()], { id: `wamid.HOSTILE${number++}` });

/** Any JSON, with names that Meta uses among its keys. */
const json = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc.constantFrom(null, true, '', 'order', 'text', 'failed', '1795255200', 'wamid.X', 'USD'),
		fc.double({ noNaN: true, noDefaultInfinity: true }),
		fc.bigInt().map(String),
		fc.string(),
		fc.array(tie('value'), { maxLength: 4 }),
		fc.dictionary(
			fc.oneof(
				fc.constantFrom('id', 'type', 'order', 'text', 'body', 'context', 'referred_product'),
				fc.constantFrom('product_items', 'system', 'statuses', 'messages', 'contacts', 'profile'),
				fc.constantFrom('errors', 'metadata', '__proto__', 'constructor', 'toString'),
				fc.constantFrom('standby', 'original_message_id', 'message', 'payment', 'caption'),
				fc.string(),
			),
			tie('value'),
			{ maxKeys: 5 },
		),
	),
})).value;

const type = fc.constantFrom('order', 'text', 'system', 'unsupported', 'edit', 'revoke', 'future');
const content = { order: json, text: json, context: json, system: json, edit: json, revoke: json };
const message = fc.oneof(json, fc.record({ id: json, type, from: json, ...content }));
const status = fc.oneof(
	json,
	fc.record({
		id: fc.string(),
		status: fc.constantFrom('failed', 'sent', 'captured', 'new'),
		type: fc.oneof(json, fc.constantFrom('payment', 'message', undefined)),
		payment: json,
		errors: json,
	}),
);
const lists = {
	metadata: json,
	contacts: json,
	messages: fc.oneof(json, fc.array(message)),
	statuses: fc.oneof(json, fc.array(status)),
	message_echoes: fc.oneof(json, fc.array(message)),
	errors: json,
};
const level = fc.record(lists, { requiredKeys: [] });
const change = fc.oneof(
	json,
	fc.record({
		field: fc.constantFrom('messages', 'standby', 'messaging_handovers', 'future'),
		value: fc.oneof(
			json,
			fc.record({ ...lists, standby: fc.oneof(json, level) }, { requiredKeys: [] }),
		),
	}),
);
const entries = fc.array(fc.oneof(json, fc.record({ id: json, changes: fc.array(change) })), {
	maxLength: 4,
});

it('any shape with a valid signature is answered 200, and the good order beside it arrives', async () => {
	await fc.assert(
		fc.asyncProperty(entries, entries, fc.boolean(), async (before, after, isHeld) => {
			const good = goodOrder();
			const own = (isHeld ? standbyDelivery({ messages: [good] }) : delivery([good])).entry;
			const body = JSON.stringify(envelope([...before, ...own, ...after]));
			const { status: answer } = await host.deliver(body);
			expect(answer).toBe(200);
			const items = host.runs.splice(0).flat();
			const found = items.filter(({ orderId }) => orderId === good.id);
			expect(found).toMatchObject([{ standby: isHeld }]);
			expect(() => structuredClone(items)).not.toThrow();
		}),
		{ numRuns: RUNS },
	);
});

it('any shape beside it in its own list of messages, too', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(message), json, async (others, contacts) => {
			const good = goodOrder();
			const body = delivery([...others, good], Array.isArray(contacts) ? contacts : [pablo]);
			expect((await host.deliver(JSON.stringify(body))).status).toBe(200);
			const items = host.runs.splice(0).flat();
			expect(items.filter(({ orderId }) => orderId === good.id)).toHaveLength(1);
		}),
		{ numRuns: RUNS },
	);
});

describe('a body that Meta did not sign is refused:', () => {
	const signedBody = fc.constant(null).map(() => {
		const body = Buffer.from(JSON.stringify(delivery([goodOrder(), text('Käse 🧀')])));
		return { body, signature: host.sign(body) };
	});

	const refused = async (body: Buffer | string, signature: string | null) => {
		expect((await host.deliver(body.toString(), signature)).status).toBe(401);
		expect(host.runs).toEqual([]);
	};

	it('a digit of the signature changed', async () => {
		await fc.assert(
			fc.asyncProperty(signedBody, fc.nat(63), fc.nat(14), async (one, at, by) => {
				const digits = [...one.signature.slice(7)];
				digits[at] = ((parseInt(digits[at], 16) + by + 1) % 16).toString(16);
				await refused(one.body, `sha256=${digits.join('')}`);
			}),
			{ numRuns: RUNS },
		);
	});

	it('a byte of the body changed, cut off or added', async () => {
		await fc.assert(
			fc.asyncProperty(
				signedBody,
				fc.double({ min: 0, max: 0.999, noNaN: true }),
				fc.constantFrom('change', 'cut', 'add'),
				async ({ body, signature }, where, how) => {
					const text = body.toString();
					// Never inside a character of more bytes: the host sends text.
					const at = text.lastIndexOf('"', Math.floor(where * (text.length - 1)) + 1);
					const changed = {
						change: `${text.slice(0, at)}'${text.slice(at + 1)}`,
						cut: text.slice(0, at),
						add: `${text.slice(0, at)} ${text.slice(at)}`,
					}[how];
					await refused(changed, signature);
				},
			),
			{ numRuns: RUNS },
		);
	});

	it('any other header', async () => {
		// What a header can hold; anything else the client itself refuses.
		const header = fc.stringMatching(/^[!-~]([ -~]{0,80}[!-~])?$/);
		await fc.assert(
			fc.asyncProperty(signedBody, header, async ({ body }, signature) => {
				await refused(body, signature);
			}),
			{ numRuns: RUNS },
		);
	});

	it('another body with a signature that was valid once', async () => {
		await fc.assert(
			fc.asyncProperty(signedBody, signedBody, async (one, other) => {
				await refused(other.body, one.signature);
			}),
			{ numRuns: 20 },
		);
	});
});
