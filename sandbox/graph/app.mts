import type { Context } from '../world/context.mts';
import { APP } from '../world/shop/world.mts';
import { pickFields } from './fields.mts';
import { NODE_TYPES } from './nodes.mts';
import type { GraphRequest } from './request.mts';

/**
 * GET /{APP_ID}: its name and nothing more. Whether an app is live is not known to be readable, so a trouble that puts it into
 * development shows only in webhooks that do not come (facts 5.3).
 */
export function readApp(_context: Context, { parameters }: GraphRequest<'app'>): object {
	const fields = { id: () => APP.id, name: () => APP.name };
	return pickFields(fields, parameters, NODE_TYPES.app, ['id', 'name']);
}
