import { createHmac } from 'node:crypto';
import { Rates } from '../../sandbox/world/rates.mts';
import { APP_TOKEN, CATALOG_IDS } from '../../sandbox/world/shop/world.mts';
import { TROUBLES } from '../../sandbox/world/troubles/table.mts';
import {
	actionButton,
	KAETHE,
	list,
	mpmTemplate,
	PABLO,
	Phone,
	product,
	ROBIN,
	SAM,
	spmTemplate,
	template,
	text,
	texts,
	urlCarouselTemplate,
} from '../support/phoneClient.mts';
import { Client, GERMAN_NUMBER, NUMBER, refused } from '../support/client.mts';
import type { Answer } from '../support/client.mts';

const phone = new Phone().use();

const accepted = ({ status }: Answer) => status === 200;
const signatures = () =>
	phone.callback.received.map(({ body, headers }) => {
		const right = createHmac('sha256', 'sandbox-app-secret-0123456789abcdef')
			.update(body)
			.digest('hex');
		return [headers['x-hub-signature-256'], `sha256=${right}`];
	});

describe('troubles', () => {
	describe('the table', () => {
		it('describes every trouble, all at their defaults', async () => {
			const { troubles } = (await phone.control('GET', 'troubles')).body;
			expect(troubles.map(({ name }: any) => name)).toEqual(TROUBLES.map(({ name }) => name));
			expect(new Set(troubles.map(({ name }: any) => name)).size).toBe(TROUBLES.length);
			for (const trouble of troubles) {
				expect(trouble).toMatchObject({
					name: expect.stringMatching(/^[a-zA-Z]+$/),
					label: expect.any(String),
					explanation: expect.stringMatching(/\.$/),
				});
				expect(trouble.value).toBe(trouble.default);
				if (trouble.kind === 'number') expect(trouble.min).toBeLessThan(trouble.max);
				else expect(trouble.choices.map(({ value }: any) => value)).toContain(trouble.value);
				// A page draws a switch with two sides, the ordinary one first.
				if (trouble.kind === 'switch') {
					expect(trouble.choices).toHaveLength(2);
					expect(trouble.choices[0].value).toBe(trouble.default);
				}
			}
		});

		it('takes every value it names, and DELETE and a reset put all back', async () => {
			const { troubles } = (await phone.control('GET', 'troubles')).body;
			for (const { name, choices, max } of troubles) {
				for (const value of choices?.map((choice: any) => choice.value) ?? [1, max]) {
					const answer = await phone.troubles({ [name]: value });
					expect(answer.status).toBe(200);
					const now = answer.body.troubles.find((trouble: any) => trouble.name === name);
					expect(now.value).toBe(value);
				}
			}
			expect((await phone.control('DELETE', 'troubles')).body.troubles).toEqual(troubles);
			await phone.troubles({ app: 'outdated', latency: 5 });
			await phone.control('POST', 'reset');
			expect((await phone.control('GET', 'troubles')).body.troubles).toEqual(troubles);
		});

		it.each([
			[{ rain: 'on' }, 'There is no trouble "rain". There are: deliveries, signature,'],
			[{ deliveries: 'thrice' }, '"deliveries" must be one of once, twice, fourAtOnce.'],
			[{ window: true }, '"window" must be one of open, closed.'],
			[{ latency: -1 }, '"latency" must be a whole number from 0 to 60000.'],
			[{ serverFailures: 101 }, '"serverFailures" must be a whole number from 0 to 100.'],
			[{ throughput: '80' }, '"throughput" must be a whole number from 0 to 1000.'],
		])('refuses %j and changes nothing', async (wish, words) => {
			expect(await phone.control('PATCH', 'troubles', { app: 'outdated', ...wish })).toEqual({
				status: 400,
				body: { error: expect.stringContaining(words) },
			});
			expect((await phone.customer(PABLO)).app).toBe('current');
		});
	});

	describe('deliveries', () => {
		it('twice: the same bytes and signature, one after the other', async () => {
			await phone.troubles({ deliveries: 'twice' });
			phone.callback.delayMs = 50;
			const { body } = await phone.writes(PABLO, 'menu');
			expect(body.deliveries).toMatchObject([{ attempts: [{ status: 200 }, { status: 200 }] }]);
			const [first, second] = phone.callback.received;
			expect(phone.callback.received).toHaveLength(2);
			expect(second).toMatchObject({
				body: first!.body,
				headers: { 'x-hub-signature-256': first!.headers['x-hub-signature-256'] },
			});
			expect(phone.callback.mostOpen).toBe(1);
		});

		it('four at once: all four are open at the same moment, statuses too', async () => {
			await phone.troubles({ deliveries: 'fourAtOnce' });
			phone.callback.delayMs = 100;
			await phone.orders(PABLO, [{ sku: 'BAK-RYE' }]);
			expect(phone.callback.received).toHaveLength(4);
			expect(new Set(phone.callback.received.map(({ body }) => body)).size).toBe(1);
			expect(phone.callback.mostOpen).toBe(4);
			await phone.send(text());
			expect(await phone.statuses()).toEqual([
				...Array(4).fill('sent'),
				...Array(4).fill('delivered'),
			]);
		});
	});

	describe('signature', () => {
		it('wrong: a well-formed signature that does not fit', async () => {
			await phone.troubles({ signature: 'wrong' });
			await phone.writes(PABLO, 'menu');
			const [[given, right]] = signatures() as [[string, string]];
			expect(given).toMatch(/^sha256=[0-9a-f]{64}$/);
			expect(given).not.toBe(right);
		});

		it('missing: no signature at all, on statuses neither', async () => {
			await phone.troubles({ signature: 'missing' });
			await phone.writes(PABLO, 'menu');
			await phone.send(text());
			expect(await phone.statuses()).toHaveLength(2);
			expect(signatures().map(([given]) => given)).toEqual([undefined, undefined, undefined]);
		});

		it('a refusal of the receiver is explained as right', async () => {
			await phone.troubles({ signature: 'wrong' });
			phone.callback.status = 401;
			await phone.writes(PABLO, 'menu');
			expect((await phone.log()).at(-1)).toMatchObject({
				status: 401,
				reason: expect.stringContaining('signature was wrong on purpose'),
			});
		});
	});

	describe('ordersPerDelivery', () => {
		it('two: the first order waits for the second, both arrive in one delivery', async () => {
			await phone.troubles({ ordersPerDelivery: 'two' });
			const first = (await phone.orders(PABLO, [{ sku: 'BAK-RYE' }])).body;
			expect(first).toMatchObject({
				deliveries: [],
				reason: expect.stringContaining('waits for a second order'),
			});
			// A text is no order.
			await phone.writes(PABLO, 'Did you get it?');
			const second = (await phone.orders(ROBIN, [{ sku: 'DAI-MILK' }])).body;
			expect(second.deliveries).toHaveLength(1);
			const [written, both] = await phone.values();
			expect(written.messages).toMatchObject([{ type: 'text' }]);
			expect(both.messages).toMatchObject([
				{ id: first.orderId, from: '16505551234', order: {} },
				{ id: second.orderId, from_user_id: ROBIN, order: {} },
			]);
			expect(both.contacts).toMatchObject([{ user_id: PABLO }, { user_id: ROBIN }]);
			expect(await phone.values()).toHaveLength(2);
		});

		it('two of the same customer share one contact', async () => {
			await phone.troubles({ ordersPerDelivery: 'two' });
			await phone.orders(PABLO, [{ sku: 'BAK-RYE' }]);
			await phone.orders(PABLO, [{ sku: 'BAK-RYE' }]);
			const [both] = await phone.values();
			expect(both.messages).toHaveLength(2);
			expect(both.contacts).toHaveLength(1);
		});

		it('orders to different numbers do not wait for each other; switched off, they leave', async () => {
			await phone.troubles({ ordersPerDelivery: 'two' });
			await phone.orders(PABLO, [{ sku: 'BAK-RYE' }]);
			await phone.orders(KAETHE, [{ sku: 'BAK-RYE' }], { phoneNumberId: GERMAN_NUMBER });
			expect(await phone.values()).toEqual([]);
			await phone.troubles({ ordersPerDelivery: 'one' });
			expect(await phone.values()).toMatchObject([
				{ metadata: { phone_number_id: NUMBER }, messages: [{ from_user_id: PABLO }] },
				{ metadata: { phone_number_id: GERMAN_NUMBER }, messages: [{ from_user_id: KAETHE }] },
			]);
		});
	});

	describe('order', () => {
		it('reversed: delivered before sent, and the chat does not fall back', async () => {
			await phone.troubles({ order: 'reversed' });
			await phone.send(text());
			expect(await phone.statuses()).toEqual(['delivered', 'sent']);
			expect((await phone.chat(PABLO))[0].status).toBe('delivered');
		});

		it('reversed: the later message overtakes the one before', async () => {
			await phone.troubles({ order: 'reversed' });
			const first = (await phone.writes(PABLO, 'first')).body;
			expect(first).toMatchObject({
				deliveries: [],
				reason: expect.stringContaining('waits for the next message'),
			});
			expect(await phone.values()).toEqual([]);
			expect((await phone.writes(KAETHE, 'second')).body.deliveries).toHaveLength(2);
			const bodies = (await phone.values()).map(({ messages }) => messages[0].text.body);
			expect(bodies).toEqual(['second', 'first']);
			// The customer sees what was written, when it was written.
			expect(await phone.chat(PABLO)).toMatchObject([{ body: 'first' }]);
		});

		it('reversed: of two orders in one delivery the later comes first', async () => {
			await phone.troubles({ order: 'reversed', ordersPerDelivery: 'two' });
			const ids = [];
			for (const sku of ['BAK-RYE', 'DAI-MILK'])
				ids.push((await phone.orders(PABLO, [{ sku }])).body.orderId);
			const [both] = await phone.values();
			expect(both.messages.map(({ id }: any) => id)).toEqual(ids.reverse());
		});

		it('back in order: what waited leaves', async () => {
			await phone.troubles({ order: 'reversed' });
			await phone.writes(PABLO, 'first');
			await phone.control('DELETE', 'troubles');
			expect(await phone.values()).toMatchObject([{ messages: [{ text: { body: 'first' } }] }]);
		});
	});

	describe('customerPhone', () => {
		it('hidden: webhooks know everybody by the user id alone', async () => {
			await phone.troubles({ customerPhone: 'hidden' });
			await phone.orders(PABLO, [{ sku: 'BAK-RYE' }]);
			await phone.send({ ...text(), to: undefined, recipient: PABLO });
			const [order, ...statuses] = await phone.values();
			expect(order.contacts).toEqual([
				{ profile: { name: 'Pablo Morales', username: 'pablo.m' }, user_id: PABLO },
			]);
			expect(order.messages[0]).toMatchObject({ from_user_id: PABLO, type: 'order' });
			expect(order.messages[0]).not.toHaveProperty('from');
			expect(statuses).toHaveLength(2);
			expect(JSON.stringify([order, statuses])).not.toContain('16505551234');
			expect(await phone.customer(PABLO)).toMatchObject({ phone: null, phoneVisible: false });
		});

		it('can be one customer alone', async () => {
			await phone.control('PATCH', `customers/${PABLO}`, { phoneVisible: false });
			await phone.writes(PABLO, 'hi');
			await phone.writes(KAETHE, 'hi');
			const [pablo, kaethe] = await phone.values();
			expect(pablo.contacts[0]).not.toHaveProperty('wa_id');
			expect(kaethe.contacts[0]).toHaveProperty('wa_id', '4917604069011');
		});
	});

	describe('app', () => {
		it('outdated: accepted, then failed with 131026; the customer sees a notice', async () => {
			await phone.troubles({ app: 'outdated' });
			const { status, body } = await phone.send({
				...product(),
				biz_opaque_callback_data: 'order-7',
			});
			expect(status).toBe(200);
			const [{ id }] = body.messages;
			expect(await phone.values()).toEqual([
				{
					messaging_product: 'whatsapp',
					metadata: expect.any(Object),
					// No contacts, and no user id since it went to a phone (facts 2.5).
					statuses: [
						{
							id,
							status: 'failed',
							timestamp: expect.stringMatching(/^\d{10}$/),
							recipient_id: '16505551234',
							errors: [
								{
									code: 131026,
									title: 'Message undeliverable',
									message: 'Message undeliverable',
									error_data: { details: expect.any(String) },
									href: expect.stringMatching(/^https:/),
								},
							],
						},
					],
				},
			]);
			expect(await phone.chat(PABLO)).toMatchObject([
				{ id, kind: 'product', status: 'failed', failure: { code: 131026 } },
				{ kind: 'notice', text: expect.stringContaining('Update WhatsApp'), status: null },
			]);
			expect(await phone.messages()).toMatchObject([{ id, fate: 'failed' }]);
			expect((await phone.customer(PABLO)).unread).toBe(0);
		});

		it('outdated: a text still arrives', async () => {
			await phone.troubles({ app: 'outdated' });
			await phone.send(text());
			expect(await phone.statuses()).toEqual(['sent', 'delivered']);
		});

		it('outdated is what one customer is from the start, until the app is updated', async () => {
			await phone.send({ ...product(), to: undefined, recipient: SAM });
			const [{ statuses }] = await phone.values();
			expect(statuses).toMatchObject([{ status: 'failed', recipient_user_id: SAM }]);
			await phone.control('PATCH', `customers/${SAM}`, { app: 'current' });
			await phone.send({ ...product(), to: undefined, recipient: SAM });
			expect(await phone.statuses()).toEqual(['failed', 'sent', 'delivered']);
		});
	});

	describe('catalogMatch', () => {
		it('some: every second product is left out', async () => {
			await phone.troubles({ catalogMatch: 'partial' });
			await phone.send(list(['BAK-RYE', 'BAK-BAGEL'], ['DAI-MILK', 'COF-HOUSE']));
			expect(await phone.messages()).toMatchObject([
				{ products: ['BAK-RYE', 'DAI-MILK'], dropped: ['BAK-BAGEL', 'COF-HOUSE'] },
			]);
			expect(await phone.chat(PABLO)).toMatchObject([
				{
					sections: [
						{ title: 'Shelf 1', skus: ['BAK-RYE'] },
						{ title: 'Shelf 2', skus: ['DAI-MILK'] },
					],
					dropped: ['BAK-BAGEL', 'COF-HOUSE'],
				},
			]);
			expect(await phone.send(product())).toMatchObject({ status: 200 });
		});

		it('none: every product message is refused and nothing is sent', async () => {
			await phone.troubles({ catalogMatch: 'none' });
			for (const message of [product(), list(['BAK-RYE', 'BAK-BAGEL'])])
				refused(await phone.send(message), 131009, 'Products not found in FB Catalog');
			expect(await phone.send(text())).toMatchObject({ status: 200 });
			expect(await phone.messages()).toHaveLength(1);
			expect((await phone.log()).filter(({ direction }) => direction === 'in')).toMatchObject([
				{},
				{},
				{ status: 400, reason: expect.stringContaining('“Products found” is on') },
				{ status: 400 },
				{ status: 200, reason: null },
			]);
		});
	});

	describe('window', () => {
		it('closed: accepted, then failed with 131047', async () => {
			await phone.troubles({ window: 'closed' });
			const { body } = await phone.send(text());
			const [{ id }] = body.messages;
			const values = await phone.values();
			expect(values).toMatchObject([
				{ statuses: [{ id, status: 'failed', errors: [{ code: 131047 }] }] },
			]);
			expect(values[0].statuses[0].errors[0].error_data.details).toContain('more than 24 hours');
			expect(await phone.chat(PABLO)).toMatchObject([
				{ id, status: 'failed', failure: { code: 131047, title: 'Re-engagement message' } },
			]);
			expect((await phone.customer(PABLO)).windowOpen).toBe(false);
			expect((await phone.log()).at(-1).summary).toBe(
				'Status “failed” (131047 Re-engagement message) of a message to Pablo Morales',
			);
		});

		it('of one customer opens when the customer writes', async () => {
			await phone.control('PATCH', `customers/${PABLO}`, { windowOpen: false });
			await phone.send(text());
			await phone.send({ ...text(), to: '+4917604069011' });
			await phone.writes(PABLO, 'hello again');
			await phone.send(text());
			await phone.sandbox.settled();
			const business = (await phone.chat(PABLO)).filter(({ from }) => from === 'business');
			expect(business.map(({ status }) => status)).toEqual(['failed', 'delivered']);
			expect((await phone.chat(KAETHE))[0].status).toBe('delivered');
		});
	});

	describe('windowClosedHow', () => {
		it('at once: the call is refused and nothing is recorded', async () => {
			await phone.troubles({ window: 'closed', windowClosedHow: 'sync' });
			refused(await phone.send(text()), 131047, 'more than 24 hours');
			expect(await phone.messages()).toEqual([]);
			expect(await phone.chat(PABLO)).toEqual([]);
			expect(await phone.statuses()).toEqual([]);
		});
	});

	describe('pairLimit', () => {
		it('as at Meta: 45 in advance, then refused with 131056; others are not concerned', async () => {
			await phone.troubles({ pairLimit: 'on' });
			const answers: Answer[] = [];
			for (let count = 0; count < 47; count += 1) answers.push(await phone.send(text()));
			expect(answers.filter(accepted)).toHaveLength(45);
			for (const answer of answers.slice(45)) refused(answer, 131056, 'too many messages');
			// The same person by the other name is the same pair; another number and another customer are not.
			refused(await phone.send({ ...text(), to: undefined, recipient: PABLO }), 131056, 'too many');
			expect(accepted(await phone.send({ ...text(), to: '+4917604069011' }))).toBe(true);
			expect(accepted(await phone.send(text(), GERMAN_NUMBER))).toBe(true);
			expect(await phone.messages()).toHaveLength(47);
		});

		it('strict: the second message is refused', async () => {
			await phone.troubles({ pairLimit: 'strict' });
			expect(accepted(await phone.send(text()))).toBe(true);
			refused(await phone.send(text()), 131056, 'too many messages');
		});

		it('gives back one place every 6 seconds', () => {
			const rates = new Rates();
			const take = (burst: number, now: number) => rates.takePair('pair', burst, now);
			expect([0, 1, 2, 3].map(() => take(3, 0))).toEqual([true, true, true, false]);
			expect([take(3, 5_999), take(3, 6_000), take(3, 6_001)]).toEqual([false, true, false]);
			// A 20-burst is paid back after 2 minutes (facts 4).
			const burst = new Rates();
			for (let count = 0; count < 20; count += 1) burst.takePair('pair', 20, 0);
			expect(burst.takePair('pair', 1, 119_999)).toBe(false);
			expect(burst.takePair('pair', 1, 120_000)).toBe(true);
		});
	});

	describe('throughput', () => {
		it('so many a second of one number, beyond refused with 130429', async () => {
			await phone.troubles({ throughput: 5 });
			const send = (number: string, index: number) =>
				phone.send({ ...text(), to: `+1650556${String(index).padStart(4, '0')}` }, number);
			const many = Array.from({ length: 9 }, (_unused, index) => index);
			const answers = await Promise.all(many.map((index) => send(NUMBER, index)));
			expect(answers.filter(accepted)).toHaveLength(5);
			for (const answer of answers.filter((one) => !accepted(one)))
				expect(answer).toMatchObject({
					status: 429,
					body: { error: { code: 130429, message: '(#130429) Rate limit hit' } },
				});
			expect(accepted(await send(GERMAN_NUMBER, 0))).toBe(true);
			await new Promise((resolve) => setTimeout(resolve, 1_000));
			expect(accepted(await send(NUMBER, 0))).toBe(true);
		});

		it('counts what customers write, too', async () => {
			await phone.troubles({ throughput: 3 });
			await phone.writes(PABLO, 'one');
			await phone.writes(KAETHE, 'two');
			expect(accepted(await phone.send(text()))).toBe(true);
			expect((await phone.send(text())).status).toBe(429);
		});
	});

	describe('token', () => {
		it('expired: every call of a user is refused with 190, and nothing is sent', async () => {
			await phone.troubles({ token: 'expired' });
			for (const answer of [
				await phone.send(text()),
				await phone.graph('GET', `${CATALOG_IDS.cornerShop}/products`),
			])
				expect(answer).toMatchObject({
					status: 401,
					body: {
						error: { code: 190, message: expect.stringContaining('Session has expired') },
					},
				});
			expect(await phone.messages()).toEqual([]);
			const app = '670843887433847/subscriptions';
			expect((await phone.graph('GET', app, undefined, APP_TOKEN)).status).toBe(200);
			expect((await phone.log()).at(-2).reason).toContain('“Access token” is on');
		});
	});

	describe('latency', () => {
		it('so many milliseconds pass before an answer', async () => {
			await phone.troubles({ latency: 200 });
			for (const call of [() => phone.send(text()), () => phone.graph('GET', NUMBER)]) {
				const started = performance.now();
				expect(accepted(await call())).toBe(true);
				expect(performance.now() - started).toBeGreaterThanOrEqual(195);
			}
			expect(
				(await phone.log()).findLast(({ direction }) => direction === 'in').ms,
			).toBeGreaterThanOrEqual(195);
		});

		it('does not keep a sandbox from closing', async () => {
			const slow = new Client();
			await slow.start();
			await slow.control('PATCH', 'troubles', { latency: 60_000 });
			const call = slow.send(text()).catch(() => 'broken off');
			await new Promise((resolve) => setTimeout(resolve, 50));
			const started = performance.now();
			await slow.stop();
			await call;
			expect(performance.now() - started).toBeLessThan(2_000);
		});
	});

	describe('serverFailures', () => {
		it('50: every second send fails with HTTP 500 and 131000, and is not sent', async () => {
			await phone.troubles({ serverFailures: 50 });
			const answers: Answer[] = [];
			for (let count = 0; count < 6; count += 1) answers.push(await phone.send(text()));
			expect(answers.map(({ status }) => status)).toEqual([200, 500, 200, 500, 200, 500]);
			expect(answers[1]!.body.error).toMatchObject({
				message: '(#131000) Something went wrong',
				code: 131000,
				error_data: { details: expect.any(String) },
			});
			expect(await phone.messages()).toHaveLength(3);
		});

		it('100: every other call fails with HTTP 503 and 2', async () => {
			await phone.troubles({ serverFailures: 100 });
			for (const path of [NUMBER, `${CATALOG_IDS.cornerShop}/products`])
				expect(await phone.graph('GET', path)).toMatchObject({
					status: 503,
					body: { error: { code: 2, is_transient: true } },
				});
		});
	});

	describe('unavailable', () => {
		it('20: every fifth send is refused with 131016, other calls are not', async () => {
			await phone.troubles({ unavailable: 20 });
			const answers: Answer[] = [];
			for (let count = 0; count < 5; count += 1) answers.push(await phone.send(text()));
			expect(answers.filter(accepted)).toHaveLength(4);
			expect(answers[4]).toMatchObject({ status: 500, body: { error: { code: 131016 } } });
			expect((await phone.log()).findLast(({ direction }) => direction === 'in').reason).toContain(
				'“Service unavailable” is on',
			);
			expect(await phone.messages()).toHaveLength(4);
		});
	});

	describe('cutBefore', () => {
		it('50: every second send breaks off, and is not there', async () => {
			await phone.troubles({ cutBefore: 50 });
			expect(accepted(await phone.send(text()))).toBe(true);
			await expect(phone.send(text())).rejects.toThrow();
			expect(await phone.messages()).toHaveLength(1);
		});
	});

	describe('cutAfter', () => {
		it('50: every second accepted message breaks off, and is there', async () => {
			await phone.troubles({ cutAfter: 50 });
			expect(accepted(await phone.send(text()))).toBe(true);
			await expect(phone.send(text())).rejects.toThrow();
			expect(await phone.messages()).toHaveLength(2);
			expect((await phone.log()).findLast(({ direction }) => direction === 'in').status).toBeNull();
		});
	});

	describe('cut', () => {
		it('the connection breaks, and yet the message is there and its statuses come', async () => {
			await phone.troubles({ cut: 'afterAccepted' });
			await expect(phone.send(text('Did it arrive?'))).rejects.toThrow();
			expect(await phone.messages()).toMatchObject([
				{ payload: { text: { body: 'Did it arrive?' } } },
			]);
			expect(await phone.statuses()).toEqual(['sent', 'delivered']);
			const calls = (await phone.log()).filter(({ direction }) => direction === 'in');
			expect(calls.at(-1)).toMatchObject({
				status: null,
				reason: expect.stringContaining('accepted, then the connection was cut'),
			});
		});

		it('leaves refused messages and other calls alone', async () => {
			await phone.troubles({ cut: 'afterAccepted' });
			refused(await phone.send({ type: 'text', text: {} }), 131008, 'body');
			expect((await phone.graph('GET', NUMBER)).status).toBe(200);
		});
	});

	describe('permissions', () => {
		it.each([
			['whatsapp_business_messaging', 'POST', `${NUMBER}/messages`],
			['whatsapp_business_management', 'GET', NUMBER],
			['catalog_management', 'GET', CATALOG_IDS.cornerShop],
		] as const)('without %s: refused, and explained', async (scope, method, path) => {
			await phone.troubles({ permissions: scope });
			const answer = await phone.graph(method, path, method === 'POST' ? {} : undefined);
			expect(answer).toMatchObject({
				status: 403,
				body: { error: { code: 200, message: expect.stringContaining(scope) } },
			});
			expect((await phone.log()).at(-1).reason).toMatch(/“Permissions of the token” is on/);
			await phone.troubles({ permissions: 'all' });
			expect((await phone.graph(method, path)).status).not.toBe(403);
		});
	});

	describe('appMode', () => {
		it('in development: no webhook of a customer, no status, and the log says why', async () => {
			await phone.troubles({ appMode: 'development' });
			const { body } = await phone.writes(PABLO, 'hello?');
			expect(body).toEqual(
				expect.objectContaining({
					deliveries: [],
					reason: expect.stringContaining('development mode'),
				}),
			);
			await phone.send(text());
			expect(await phone.values()).toEqual([]);
			expect((await phone.log()).some(({ reason }) => /development mode/.test(reason))).toBe(true);
			// A test delivery, as from Meta's dashboard, arrives.
			await phone.control('POST', 'deliveries', { payload: { entry: [] } });
			expect(phone.callback.received).toHaveLength(1);
		});
	});

	describe('productReview', () => {
		const status = async (path: string) =>
			(await phone.graph('GET', `${path}?fields=review_status`)).body;

		it('rejected: nothing can be sent or ordered, and the catalog says so, until it is over', async () => {
			await phone.troubles({ productReview: 'rejected' });
			refused(await phone.send(product()), 131009, /Products not found/);
			expect((await phone.log()).at(-1).reason).toMatch(/“Catalog review” is on/);
			expect((await phone.orders(PABLO, [{ sku: 'BAK-RYE' }])).status).toBe(400);
			expect((await status('5900000000000001')).review_status).toBe('rejected');
			const approved = `${CATALOG_IDS.cornerShop}/products?return_only_approved_products=true`;
			expect((await phone.graph('GET', approved)).body.data).toEqual([]);
			await phone.control('DELETE', 'troubles');
			expect((await status('5900000000000001')).review_status).toBe('approved');
			expect((await phone.send(product())).status).toBe(200);
			refused(await phone.send(product('HOU-LIGHTER')), 131009, /Products not found/);
		});

		it('keeps the edits of the business', async () => {
			const path = `catalogs/${CATALOG_IDS.cornerShop}/products/BAK-RYE`;
			await phone.control('PATCH', path, { priceMinor: 777 });
			await phone.troubles({ productReview: 'rejected' });
			await phone.control('PATCH', path, { name: 'Rye' });
			await phone.troubles({ productReview: 'asIs' });
			expect((await phone.control('GET', path)).body).toMatchObject({
				priceMinor: 777,
				name: 'Rye',
				reviewStatus: 'approved',
			});
		});

		it('ends with a reset', async () => {
			await phone.troubles({ productReview: 'rejected' });
			await phone.control('POST', 'reset');
			expect((await phone.send(product())).status).toBe(200);
		});
	});

	// `hiddenCatalog` is tried in catalogForms.test.mts, `templateSends` in templateSends.test.mts, `standbyRoute` in standby.test.mts.

	const lastReason = async () =>
		(await phone.log()).findLast(({ direction }) => direction === 'in').reason;
	const unlinked = product('BAK-RYE', '1');

	describe('noReview', () => {
		const review = (sku: string, whatsappReview: string) =>
			phone.control('PATCH', `catalogs/${CATALOG_IDS.cornerShop}/products/${sku}`, {
				whatsappReview,
			});

		it('sent: a product without a review goes through', async () => {
			await review('BAK-RYE', 'NO_REVIEW');
			expect(accepted(await phone.send(product()))).toBe(true);
		});

		it('refused: it is held back like an outdated one, and the log says why', async () => {
			await review('BAK-RYE', 'NO_REVIEW');
			await phone.troubles({ noReview: 'refused' });
			refused(await phone.send(product()), 131009, /^product not found for product_retailer_id/);
			expect(await lastReason()).toMatch(/“Products without a review” is on/);
			await phone.send(list(['BAK-RYE', 'DAI-MILK']));
			expect(await phone.messages()).toMatchObject([{ dropped: ['BAK-RYE'] }]);
			await review('DAI-MILK', 'OUTDATED');
			refused(await phone.send(product('DAI-MILK')), 131009, /^product not found/);
			expect(await lastReason()).not.toMatch(/is on/);
		});
	});

	describe('wrongCatalog', () => {
		it('says that the catalog is to be linked, or that its id is invalid, also as 100', async () => {
			refused(await phone.send(unlinked), 131009, /catalog is linked/);
			await phone.troubles({ wrongCatalog: 'invalidId' });
			refused(await phone.send(unlinked), 131009, /^Invalid catalog_id$/);
			await phone.troubles({ wrongCatalog: 'invalidIdAs100' });
			refused(await phone.send(unlinked), 100, /^Invalid catalog_id$/);
			expect(accepted(await phone.send(product()))).toBe(true);
		});
	});

	describe('catalogDenial', () => {
		it('object: a token without catalog rights hears that there is none', async () => {
			const read = () =>
				phone.graph(
					'GET',
					`${CATALOG_IDS.cornerShop}/products`,
					undefined,
					'sandbox-token-no-catalog',
				);
			expect((await read()).body.error.code).toBe(200);
			await phone.troubles({ catalogDenial: 'object' });
			expect(await read()).toMatchObject({
				status: 400,
				body: {
					error: {
						code: 100,
						message:
							'(#100) Object does not exist, cannot be loaded due to missing permission or reviewable feature',
					},
				},
			});
			await phone.troubles({ permissions: 'catalog_management' });
			expect((await phone.graph('GET', CATALOG_IDS.cornerShop)).body.error.code).toBe(100);
			// Other permissions are still missed by name.
			await phone.troubles({ permissions: 'whatsapp_business_management' });
			expect((await phone.graph('GET', NUMBER)).body.error.code).toBe(200);
		});
	});

	describe('refusalLanguage', () => {
		const errorOf = async () => (await phone.send(product('NO-SUCH'))).body.error;

		it('adds a text for people, in English or in Spanish, and leaves the details', async () => {
			expect(await errorOf()).not.toHaveProperty('error_user_msg');
			await phone.troubles({ refusalLanguage: 'english' });
			expect(await errorOf()).toMatchObject({ error_user_msg: expect.stringMatching(/request/) });
			await phone.troubles({ refusalLanguage: 'spanish' });
			expect(await errorOf()).toMatchObject({
				error_user_title: expect.stringMatching(/válido/),
				error_user_msg: expect.stringMatching(/Revisa/),
				error_data: { details: 'Products not found in FB Catalog' },
			});
		});

		it('writes the details in Spanish too, where there are any', async () => {
			await phone.troubles({ refusalLanguage: 'allSpanish' });
			const { error_data, code } = await errorOf();
			expect([code, error_data.details]).toEqual([131009, expect.stringMatching(/Revisa/)]);
			const other = (await phone.graph('GET', 'no-such-object')).body.error;
			expect(other).not.toHaveProperty('error_data');
			expect(other.error_user_msg).toMatch(/solicitud/);
		});
	});

	describe('settingsWrite', () => {
		it('fails: 500 with code 1, nothing changes, and the setup still can', async () => {
			const settings = `${NUMBER}/whatsapp_commerce_settings`;
			await phone.troubles({ settingsWrite: 'fails' });
			expect(await phone.graph('POST', `${settings}?is_cart_enabled=false`)).toMatchObject({
				status: 500,
				body: { error: { code: 1 } },
			});
			expect(await lastReason()).toMatch(/“Changing commerce settings” is on/);
			expect((await phone.graph('GET', settings)).body.data[0].is_cart_enabled).toBe(true);
			await phone.control('PATCH', `setup/numbers/${NUMBER}`, { cartEnabled: false });
			expect((await phone.graph('GET', settings)).body.data[0].is_cart_enabled).toBe(false);
		});
	});

	describe('templateVariables', () => {
		const greet = (name: string) =>
			template('browse_catalog', [
				texts('body', name),
				actionButton('CATALOG', { thumbnail_product_retailer_id: 'BAK-RYE' }),
			]);

		it.each([
			['a line break', 'Pablo\nMorales'],
			['a carriage return', 'Pablo\rMorales'],
			['a tab', 'Pablo\tMorales'],
			['five blanks', 'Pablo     Morales'],
		])('%s is refused with 132018', async (_name, value) => {
			refused(await phone.send(greet(value)), 132018, /line breaks, tabs or more than 4 blanks/);
			expect(await phone.messages()).toEqual([]);
		});

		it('four blanks are none too many', async () => {
			expect(accepted(await phone.send(greet('Pablo    Morales')))).toBe(true);
		});

		it('in headers, named values and cards, too', async () => {
			const odd = 'a\tb';
			const mpm = mpmTemplate([['BAK-RYE']]);
			mpm.template.components = [
				texts('header', odd),
				...(mpm.template.components as any[]).slice(1),
			];
			const spm = spmTemplate('BAK-RYE');
			(spm.template.components as any[])[1].parameters[0].text = odd;
			const cards = urlCarouselTemplate('BAK-RYE', 'DAI-MILK');
			(cards.template.components as any[])[0].cards[1].components[1].parameters[0].text = odd;
			for (const message of [mpm, spm, cards]) refused(await phone.send(message), 132018, /tabs/);
		});

		it('late: accepted, then failed with 132018', async () => {
			await phone.troubles({ templateVariables: 'late' });
			expect(accepted(await phone.send(greet('Pablo\nMorales')))).toBe(true);
			expect(await phone.values()).toMatchObject([
				{ statuses: [{ status: 'failed', errors: [{ code: 132018 }] }] },
			]);
			expect(await phone.messages()).toMatchObject([{ fate: 'failed' }]);
			expect(await phone.chat(PABLO)).toMatchObject([{ failure: { code: 132018 } }]);
		});
	});

	describe('headerFormatting', () => {
		const headed = (header: string) => {
			const message = list(['BAK-RYE']);
			message.interactive.header.text = header;
			return message;
		};

		it.each(['*Offers*', 'a_b', '~old~', 'two\nlines'])('%j is refused', async (header) => {
			refused(await phone.send(headed(header)), 131009, /formatting characters or line breaks/);
			expect(await phone.messages()).toEqual([]);
		});

		it('shown: the customer sees the characters', async () => {
			await phone.troubles({ headerFormatting: 'shown' });
			await phone.send(headed('*Offers*'));
			expect(await phone.chat(PABLO)).toMatchObject([{ headerText: '*Offers*' }]);
		});
	});

	describe('orderContext', () => {
		it('given: an order names the newest message that shows its first product', async () => {
			await phone.troubles({ orderContext: 'given' });
			await phone.send(product());
			const { body } = await phone.send(list(['BAK-RYE', 'DAI-MILK']));
			await phone.send(product('DAI-MILK'));
			await phone.sandbox.settled();
			await phone.orders(PABLO, [{ sku: 'BAK-RYE' }, { sku: 'DAI-MILK' }]);
			const order = (await phone.values()).at(-1).messages[0];
			expect(order.context).toEqual({ from: '15550783881', id: body.messages[0].id });
			// From the catalog itself, which no message showed.
			await phone.orders(PABLO, [{ sku: 'FRU-APPLE' }]);
			expect((await phone.values()).at(-1).messages[0]).not.toHaveProperty('context');
		});
	});
});
