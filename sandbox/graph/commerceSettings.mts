import type { Context } from '../world/context.mts';
import { numberStateOf, savesCart, savesCatalog, withSaved } from '../world/numberState.mts';
import { optionalFlag } from '../rules/parameters.mts';
import type { Parameters } from '../rules/parameters.mts';
import { CODES } from '../rules/refusal/codes.mts';
import { GraphRefusal, parameterRefusal } from '../rules/refusal/refusal.mts';
import type { GraphRequest } from './request.mts';

/** GET /{PHONE_NUMBER_ID}/whatsapp_commerce_settings (facts 6.4); what was never saved is missing, as far as the whole row (facts 17.3). */
export function readCommerceSettings(
	{ state }: Context,
	{ node }: GraphRequest<'phoneNumber'>,
): object {
	const { id } = node.phoneNumber;
	const now = numberStateOf(state, id);
	if (now.savedSettings === 'none') return { data: [] };
	return {
		data: [
			{
				...(savesCart(now) ? { is_cart_enabled: now.cartEnabled } : {}),
				...(savesCatalog(now) ? { is_catalog_visible: now.catalogVisible } : {}),
				// The fact sheet does not say what `id` is. Here it is an id of the settings themselves, not the number's.
				id: `77${id}`,
			},
		],
	};
}

/** POST to the same edge: at least one of two query parameters (facts 6.4). It may fail for a day: trouble `settingsWrite` (facts 17.3). */
export function updateCommerceSettings(
	{ state, changes }: Context,
	{ node, parameters }: GraphRequest<'phoneNumber'>,
): object {
	const cartEnabled = flagOf(parameters, 'is_cart_enabled');
	const catalogVisible = flagOf(parameters, 'is_catalog_visible');
	if (cartEnabled === null && catalogVisible === null)
		throw parameterRefusal('One of is_cart_enabled, is_catalog_visible is required.');
	if (state.troubles.settingsWrite === 'fails')
		throw new GraphRefusal(1, `(#1) ${CODES[1].title}`, { trouble: 'settingsWrite' });
	const now = numberStateOf(state, node.phoneNumber.id);
	// That test numbers may refuse it is reported, their code is not: it is a choice of the sandbox.
	if (now.testNumber)
		throw parameterRefusal('Commerce settings cannot be changed for a test phone number.');
	Object.assign(
		now,
		withSaved(now, {
			...(cartEnabled === null ? {} : { cartEnabled }),
			...(catalogVisible === null ? {} : { catalogVisible }),
		}),
	);
	changes.tell('setup');
	return { success: true };
}

function flagOf(parameters: Parameters, name: string): boolean | null {
	return parameters[name] === undefined ? null : optionalFlag(parameters, name);
}
