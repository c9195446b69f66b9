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

/** What holds where nothing was ever saved. Facts 0.14, 6.4, 17.3. */
const META_DEFAULTS: CommerceSettings = { isCartEnabled: true, isCatalogVisible: false };

/** The settings that hold, and which of them nobody has saved. */
export interface ReadSettings extends CommerceSettings {
	/** Settings for which Meta answers nothing: its defaults hold. */
	unsaved: Array<keyof CommerceSettings>;
}

/** Missing and null are not saved. A value of another kind cannot be read. */
const flag = z.boolean().nullish();
const row = z.object({ is_cart_enabled: flag, is_catalog_visible: flag });
const settings = z.object({ data: z.array(row) });

/** Reads the settings of a phone number: where Meta has none, its defaults hold. Facts 6.4, 17.3. */
export async function readCommerceSettings(
	graph: Graph,
	phoneNumberId: string,
): Promise<Result<ReadSettings>> {
	const answer = await graph.call({ method: 'GET', path: pathOf(phoneNumberId) });
	if (!answer.ok) return answer;
	const read = settings.safeParse(answer.value);
	// An answer without a list is not taken for settings that were never saved.
	if (!read.success) return unreadable('The commerce settings cannot be read');
	const saved = {
		isCartEnabled: read.data.data[0]?.is_cart_enabled,
		isCatalogVisible: read.data.data[0]?.is_catalog_visible,
	};
	const keys = ['isCartEnabled', 'isCatalogVisible'] as const;
	return {
		ok: true,
		value: {
			isCartEnabled: saved.isCartEnabled ?? META_DEFAULTS.isCartEnabled,
			isCatalogVisible: saved.isCatalogVisible ?? META_DEFAULTS.isCatalogVisible,
			unsaved: keys.filter((key) => typeof saved[key] !== 'boolean'),
		},
	};
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
