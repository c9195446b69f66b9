import { KAETHE, PABLO, Phone, ROBIN } from '../support/phoneClient.mts';
import { GERMAN_NUMBER, NUMBER } from '../support/client.mts';

const phone = new Phone().use();
const pays = (change: object = {}, customer = PABLO) =>
	phone.control('POST', `customers/${customer}/payments`, change);

describe('a payment status', () => {
	it.each([
		['captured', 'captured', 'success'],
		['pending', 'pending', 'pending'],
		['failed', 'pending', 'failed'],
	])('%s is %s outside, its transaction %s', async (outcome, status, transaction) => {
		const { body } = await pays({ outcome, referenceId: 'ORD-7', amount: 515, currency: 'SGD' });
		expect(body.paymentId).not.toMatch(/^wamid/);
		const [value] = await phone.values();
		expect(value).toEqual({
			messaging_product: 'whatsapp',
			metadata: { display_phone_number: '15550783881', phone_number_id: NUMBER },
			statuses: [
				{
					id: body.paymentId,
					recipient_id: '16505551234',
					type: 'payment',
					status,
					timestamp: expect.stringMatching(/^\d{10}$/),
					payment: {
						reference_id: 'ORD-7',
						amount: { value: 515, offset: 100 },
						currency: 'SGD',
						transaction: expect.objectContaining({ status: transaction, type: 'razorpay' }),
					},
				},
			],
		});
		const { transaction: it } = value.statuses[0].payment;
		expect('error' in it).toBe(outcome === 'failed');
		expect('method' in it).toBe(outcome !== 'failed');
		expect(phone.callback.payloads()[0].entry[0].changes[0].field).toBe('messages');
	});

	it('names the customer by `from`, as was seen once, or by the user id', async () => {
		await pays({ addressee: 'from', phoneNumberId: GERMAN_NUMBER }, KAETHE);
		await pays({}, ROBIN);
		const [hers, theirs] = await phone.values();
		expect(hers.statuses[0]).toMatchObject({ from: '4917604069011' });
		expect(hers.statuses[0]).not.toHaveProperty('recipient_id');
		expect(hers.metadata.phone_number_id).toBe(GERMAN_NUMBER);
		expect(theirs.statuses[0]).toMatchObject({ recipient_user_id: ROBIN });
	});

	it('moves no message of the chat, and the log tells what it is', async () => {
		await pays({ outcome: 'failed' });
		await phone.sandbox.settled();
		expect(await phone.chat(PABLO)).toEqual([]);
		expect((await phone.log()).at(-1).summary).toBe(
			'Payment of Pablo Morales for ORD-1001 is “pending”, its transaction “failed”',
		);
		expect((await phone.control('GET', 'deliveries')).body).toMatchObject([{ event: 'payment' }]);
	});

	it.each([
		[{ outcome: 'lost' }, '"outcome" must be one of captured, pending, failed.'],
		[{ amount: 1.5 }, '"amount" must be a whole number'],
		[{ amount: null }, '"amount" must be a whole number'],
		[{ addressee: 'to' }, '"addressee" must be one of recipient_id, from.'],
		[{ status: 'captured' }, 'There is no "status" here.'],
	])('%j is refused', async (change, words) => {
		expect(await pays(change)).toEqual({
			status: 400,
			body: { error: expect.stringContaining(words) },
		});
	});
});
