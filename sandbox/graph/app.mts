import type { Context } from '../world/context.mts';
import { APP } from '../world/shop/world.mts';
import { pickFields } from './fields.mts';
import { NODE_TYPES } from './nodes.mts';
import type { GraphRequest } from './request.mts';

/**
 * GET /{APP_ID}: only id and name. No field is known that tells whether an app is live, so the trouble `appMode` shows only in
 * missing webhooks (facts 5.3).
 */
export function readApp(_context: Context, { parameters }: GraphRequest<'app'>): object {
	const fields = { id: () => APP.id, name: () => APP.name };
	return pickFields(fields, parameters, NODE_TYPES.app, ['id', 'name']);
}
