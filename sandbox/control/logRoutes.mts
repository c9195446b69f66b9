import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.mts';
import { findCustomer } from '../shop/world.mts';

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

	app.delete('/control/calls', () => {
		context.state.calls.clear();
		return { status: 'ok' };
	});
}
