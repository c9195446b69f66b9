import type { Context } from '../world/context.mts';
import { numberStateOf } from '../world/numberState.mts';
import { optionalFlag } from '../rules/parameters.mts';
import type { Parameters } from '../rules/parameters.mts';
import { parameterRefusal } from '../rules/refusal/refusal.mts';
import type { GraphRequest } from './request.mts';

/** GET /{PHONE_NUMBER_ID}/whatsapp_commerce_settings (facts 6.4). */
export function readCommerceSettings(
	{ state }: Context,
	{ node }: GraphRequest<'phoneNumber'>,
): object {
	const { id } = node.phoneNumber;
	const { cartEnabled, catalogVisible } = numberStateOf(state, id);
	// The fact sheet does not say what `id` is. Here it is an id of the settings themselves, not the number's.
	return {
		data: [{ is_cart_enabled: cartEnabled, is_catalog_visible: catalogVisible, id: `77${id}` }],
	};
}

/** POST to the same edge: at least one of two query parameters (facts 6.4). */
export function updateCommerceSettings(
	{ state, changes }: Context,
	{ node, parameters }: GraphRequest<'phoneNumber'>,
): object {
	const cartEnabled = flagOf(parameters, 'is_cart_enabled');
	const catalogVisible = flagOf(parameters, 'is_catalog_visible');
	if (cartEnabled === null && catalogVisible === null)
		throw parameterRefusal('One of is_cart_enabled, is_catalog_visible is required.');
	const now = numberStateOf(state, node.phoneNumber.id);
	if (cartEnabled !== null) now.cartEnabled = cartEnabled;
	if (catalogVisible !== null) now.catalogVisible = catalogVisible;
	changes.tell('setup');
	return { success: true };
}

function flagOf(parameters: Parameters, name: string): boolean | null {
	return parameters[name] === undefined ? null : optionalFlag(parameters, name);
}
