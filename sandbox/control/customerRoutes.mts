import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.mts';
import { newMessageId } from '../ids.mts';
import { CATALOG_IDS, findCustomer, findPhoneNumber, PHONE_NUMBERS } from '../shop/world.mts';
import type { Customer, PhoneNumber } from '../shop/world.mts';
import { destinationFor } from '../webhooks/callback.mts';
import { deliver } from '../webhooks/delivery.mts';
import type { Delivery, EventKind } from '../webhooks/delivery.mts';
import { orderEvent } from '../webhooks/orderEvent.mts';
import { textEvent } from '../webhooks/textEvent.mts';
import { bodyOf, optionalString } from './body.mts';
import type { Body } from './body.mts';
import { linesOf } from './orderLines.mts';
import { ControlRefusal } from './refusal.mts';

interface ByKey {
	Params: { key: string };
}

/** What customers do: order and write. Each answers after the webhook was attempted. */
export function addCustomerRoutes(app: FastifyInstance, context: Context): void {
	app.post<ByKey>('/control/customers/:key/orders', async (request) => {
		const customer = customerOf(request.params.key);
		const body = bodyOf(request);
		const phoneNumber = phoneNumberOf(body);
		const { state } = context;
		const catalogId = optionalString(body, 'catalogId', CATALOG_IDS.cornerShop);
		const catalog = state.catalogs.get(catalogId);
		if (!catalog) throw new ControlRefusal(400, `There is no catalog "${catalogId}".`);
		const order = {
			catalogId,
			note: optionalString(body, 'note', ''),
			lines: linesOf(body.lines, catalog),
		};
		const orderId = newMessageId();
		state.orders.add({
			orderId,
			at: new Date().toISOString(),
			customer: customer.userId,
			phoneNumberId: phoneNumber.id,
			...order,
		});
		return {
			orderId,
			...(await send(
				context,
				'order',
				phoneNumber,
				orderEvent(phoneNumber, customer, orderId, order),
			)),
		};
	});

	app.post<ByKey>('/control/customers/:key/texts', async (request) => {
		const customer = customerOf(request.params.key);
		const body = bodyOf(request);
		const phoneNumber = phoneNumberOf(body);
		const text = optionalString(body, 'body', '');
		if (text === '') throw new ControlRefusal(400, '"body" must be a text that is not empty.');
		const messageId = newMessageId();
		return {
			messageId,
			...(await send(
				context,
				'text',
				phoneNumber,
				textEvent(phoneNumber, customer, messageId, text),
			)),
		};
	});
}

/** `reason` says why no webhook went out, when none did. */
async function send(
	context: Context,
	event: EventKind,
	phoneNumber: PhoneNumber,
	payload: object,
): Promise<{ deliveries: Delivery[]; reason?: string }> {
	const destination = destinationFor(context.state, phoneNumber.id);
	if ('reason' in destination) return { deliveries: [], reason: destination.reason };
	return { deliveries: [await deliver(context, event, destination.url, payload)] };
}

function customerOf(key: string): Customer {
	const customer = findCustomer(key.replace(/^\+/, ''));
	if (!customer)
		throw new ControlRefusal(
			404,
			`There is no customer with the phone number or user id "${key}".`,
		);
	return customer;
}

function phoneNumberOf(body: Body): PhoneNumber {
	const id = optionalString(body, 'phoneNumberId', PHONE_NUMBERS[0]?.id ?? '');
	const phoneNumber = findPhoneNumber(id);
	if (!phoneNumber) throw new ControlRefusal(400, `There is no phone number id "${id}".`);
	return phoneNumber;
}
