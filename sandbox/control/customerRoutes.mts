import type { FastifyInstance } from 'fastify';
import { isUnread } from '../world/chatEntry.mts';
import type { Context } from '../world/context.mts';
import { customerStateOf } from '../world/customerState.mts';
import { APP_AGES, CUSTOMERS, findPhoneNumber, PHONE_NUMBERS } from '../world/shop/world.mts';
import type { Customer } from '../world/shop/world.mts';
import type { State } from '../world/state.mts';
import { passChat } from '../webhooks/handover.mts';
import { bodyOf, oneOf, onlyKnown, optionalBoolean } from './body.mts';
import type { Body } from './body.mts';
import { customerOf } from './find.mts';
import type { ByKey } from './find.mts';
import { ControlRefusal } from './refusal.mts';

/** Who the customers are at this moment, and what was said with each. */
export function addCustomerRoutes(app: FastifyInstance, context: Context): void {
	app.get('/control/customers', () => {
		const { state } = context;
		const unread = unreadCounts(state);
		return CUSTOMERS.map((customer) => show(state, customer, unread.get(customer.userId) ?? 0));
	});

	app.patch<ByKey>('/control/customers/:key', (request) => {
		const { state } = context;
		const customer = customerOf(request.params.key);
		const body = bodyOf(request);
		onlyKnown(body, ['app', 'phoneVisible', 'windowOpen', 'agentHolds']);
		const now = state.customerStates.get(customer.userId);
		if (!now) throw new ControlRefusal(404, `Nothing is known about ${customer.name}.`);
		const app = oneOf(body, 'app', APP_AGES, now.app);
		const phoneVisible = optionalBoolean(body, 'phoneVisible', now.phoneVisible);
		const windowOpen = optionalBoolean(body, 'windowOpen', now.windowOpen);
		if (body.phoneVisible === true && customer.phone === null)
			throw new ControlRefusal(400, `${customer.name} has a username only, no phone number.`);
		const held = heldNumbersOf(body, now.agentHolds);
		Object.assign(now, { app, phoneVisible, windowOpen });
		for (const number of PHONE_NUMBERS)
			passChat(context, customer, number, held.includes(number.id) ? 'agent' : 'business');
		context.changes.tell('customers');
		return show(state, customer, unreadCounts(state).get(customer.userId) ?? 0);
	});

	app.get<ByKey>('/control/customers/:key/chat', (request) => {
		const { userId } = customerOf(request.params.key);
		return context.state.chat.all().filter(({ customer }) => customer === userId);
	});
}

/** The customer now, troubles that concern everybody included: the phone number is the one that webhooks carry. */
function show(state: State, customer: Customer, unread: number): object {
	const { app, phoneVisible, windowOpen, lastWroteAt, agentHolds } = customerStateOf(
		state,
		customer,
	);
	return {
		key: customer.userId,
		name: customer.name,
		phone: phoneVisible ? customer.phone : null,
		userId: customer.userId,
		username: customer.username,
		phoneVisible: phoneVisible && customer.phone !== null,
		app,
		lastWroteAt,
		windowOpen,
		agentHolds,
		unread,
	};
}

function unreadCounts(state: State): Map<string, number> {
	const counts = new Map<string, number>();
	for (const entry of state.chat.all()) {
		if (isUnread(entry)) counts.set(entry.customer, (counts.get(entry.customer) ?? 0) + 1);
	}
	return counts;
}

/** True and false are all numbers and none. */
function heldNumbersOf({ agentHolds }: Body, now: string[]): string[] {
	if (agentHolds === undefined) return now;
	if (typeof agentHolds === 'boolean') return agentHolds ? PHONE_NUMBERS.map(({ id }) => id) : [];
	const isNumber = (id: unknown): id is string =>
		typeof id === 'string' && findPhoneNumber(id) !== undefined;
	if (!Array.isArray(agentHolds) || !agentHolds.every(isNumber))
		throw new ControlRefusal(
			400,
			'"agentHolds" must be true, false or a list of phone number ids.',
		);
	return agentHolds;
}
