import type { FastifyInstance } from 'fastify';
import type { Context } from '../world/context.mts';
import { findCustomer } from '../world/shop/world.mts';
import { ControlRefusal } from './refusal.mts';

/** What the sandbox has seen. */
export function addLogRoutes(app: FastifyInstance, context: Context): void {
	app.get<{ Querystring: { to?: string } }>('/control/messages', (request) => {
		const messages = context.state.messages.all();
		const { to } = request.query;
		if (to === undefined || to === '') return messages;
		// `+` in a query arrives as a space.
		const key = String(to).replace(/^[+ ]/, '');
		const customer = findCustomer(key);
		return messages.filter(
			(message) =>
				message.to === key ||
				message.recipient === key ||
				(customer !== undefined && message.customer === customer.userId),
		);
	});

	app.get('/control/calls', () => context.state.calls.all());

	app.get<{ Querystring: { after?: string } }>('/control/log', (request) => {
		const entries = context.state.log.all();
		const { after = '' } = request.query;
		if (after === '') return entries;
		if (!/^\d+$/.test(after))
			throw new ControlRefusal(400, '"after" must be the id of an entry of the log.');
		return entries.filter(({ id }) => Number(id) > Number(after));
	});

	app.delete('/control/calls', () => {
		context.state.calls.clear();
		return { status: 'ok' };
	});
}
