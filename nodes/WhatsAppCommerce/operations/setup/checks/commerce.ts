import { readCommerceSettings } from '../../../../shared/graph/account/commerceSettings';
import { HIDDEN_CATALOG, NO_CART } from '../settingsItem';
import { type Check, fail, notChecked, ok, warning } from './finding';

const SWITCH_ON = 'Switch it on with Setup > Update Commerce Settings, or in WhatsApp Manager.';

/** Whether customers can order, and see the shop. Facts 6.4. */
export const checkCommerce: Check = async ({ graph, phoneNumberId }) => {
	const read = await readCommerceSettings(graph, phoneNumberId);
	if (!read.ok) {
		return [notChecked('cart', read.refusal), notChecked('catalogVisible', read.refusal)];
	}
	const { isCartEnabled, isCatalogVisible } = read.value;
	return [
		isCartEnabled
			? ok('cart', 'The cart is on: customers can order.')
			: fail('cart', NO_CART, SWITCH_ON),
		isCatalogVisible
			? ok('catalogVisible', 'The catalog is visible on the profile.')
			: warning('catalogVisible', HIDDEN_CATALOG, SWITCH_ON),
	];
};
