import { z } from 'zod/v4';

import { type GraphAnswer, type Result, unreadable } from '../answer';
import type { Graph } from '../connection';

/** What customers of a number can do in WhatsApp. Facts 6.4. */
export interface CommerceSettings {
	/** Off: no cart buttons, so no orders. */
	isCartEnabled: boolean;
	/** Off: the storefront is hidden, which is how a new number begins. */
	isCatalogVisible: boolean;
}

const row = z.object({ is_cart_enabled: z.boolean(), is_catalog_visible: z.boolean() });
const settings = z.object({ data: z.tuple([row]).rest(row) });

/** Reads the settings of a phone number. Facts 6.4. */
export async function readCommerceSettings(
	graph: Graph,
	phoneNumberId: string,
): Promise<Result<CommerceSettings>> {
	const answer = await graph.call({ method: 'GET', path: pathOf(phoneNumberId) });
	if (!answer.ok) return answer;
	const read = settings.safeParse(answer.value);
	// An answer without settings is not taken for settings that are off.
	if (!read.success) return unreadable('The commerce settings cannot be read');
	const [{ is_cart_enabled: isCartEnabled, is_catalog_visible: isCatalogVisible }] = read.data.data;
	return { ok: true, value: { isCartEnabled, isCatalogVisible } };
}

/** Changes what is given and leaves the rest. Meta takes it as query parameters (facts 6.4). */
export async function saveCommerceSettings(
	graph: Graph,
	phoneNumberId: string,
	{ isCartEnabled, isCatalogVisible }: Partial<CommerceSettings>,
): Promise<GraphAnswer> {
	return await graph.call({
		method: 'POST',
		path: pathOf(phoneNumberId),
		query: {
			...(isCartEnabled !== undefined && { is_cart_enabled: isCartEnabled }),
			...(isCatalogVisible !== undefined && { is_catalog_visible: isCatalogVisible }),
		},
	});
}

const pathOf = (phoneNumberId: string) => [phoneNumberId, 'whatsapp_commerce_settings'];
