import type { IDataObject } from 'n8n-workflow';

import type { CommerceSettings } from '../../../shared/graph/account/commerceSettings';
import type { Run } from '../../items/run';

/** What follows from each setting that is off. Facts 6.4. */
export const NO_CART =
	'The cart is off: customers see no cart buttons, so no orders can arrive, only questions.';
export const HIDDEN_CATALOG =
	'The catalog is hidden: customers do not see the shop on the profile, and Meta may refuse messages that open the catalog (131009).';

/** The settings of a number as the setup operations yield them, with what follows in words. */
export function settingsItem(phoneNumberId: string, settings: CommerceSettings): IDataObject {
	const { isCartEnabled, isCatalogVisible } = settings;
	return {
		phoneNumberId,
		cartEnabled: isCartEnabled,
		catalogVisible: isCatalogVisible,
		warnings: [...(isCartEnabled ? [] : [NO_CART]), ...(isCatalogVisible ? [] : [HIDDEN_CATALOG])],
	};
}

/** Says in the editor what follows, once for a run. */
export function hintAtSettings(run: Run, output: Array<{ json: IDataObject }>): void {
	const warnings = new Set(output.flatMap(({ json }) => (json.warnings ?? []) as string[]));
	run.warn(warnings);
}
