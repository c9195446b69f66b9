import type { FastifyInstance } from 'fastify';
import type { Context } from '../world/context.mts';
import type { State } from '../world/state.mts';
import { changedTroubles, setTroubles } from '../world/troubles/change.mts';
import { noTroubles, TROUBLES } from '../world/troubles/table.mts';
import type { TroubleValues } from '../world/troubles/table.mts';
import { releaseHeld } from '../webhooks/outbox.mts';
import { bodyOf } from './body.mts';
import { ControlRefusal } from './refusal.mts';

/** The switches for what can go wrong (troubles/table.mts). */
export function addTroubleRoutes(app: FastifyInstance, context: Context): void {
	app.get('/control/troubles', () => show(context.state));

	app.patch('/control/troubles', (request) => {
		const changed = changedTroubles(context.state.troubles, bodyOf(request));
		if ('problem' in changed) throw new ControlRefusal(400, changed.problem);
		return change(context, changed);
	});

	app.delete('/control/troubles', () => change(context, noTroubles()));
}

function change(context: Context, values: TroubleValues): object {
	const { state } = context;
	setTroubles(state, values);
	// A customer's phone, app and window follow the troubles too, and so does the review of the catalog.
	context.changes.tell('troubles', 'customers', 'catalog');
	releaseHeld(context);
	return show(state);
}

function show({ troubles }: State): object {
	return { troubles: TROUBLES.map((trouble) => ({ ...trouble, value: troubles[trouble.name] })) };
}
