import { readCommerceSettings } from '../../../../shared/graph/account/commerceSettings';
import { HIDDEN_CATALOG, NO_CART, unsavedWords } from '../settingsItem';
import { type Check, fail, notChecked, ok, warning } from './finding';

const SWITCH_ON = 'Switch it on with Setup > Update Commerce Settings, or in WhatsApp Manager.';

/** Whether customers can order, and see the shop. Facts 6.4, 17.3. */
export const checkCommerce: Check = async ({ graph, phoneNumberId }) => {
	const read = await readCommerceSettings(graph, phoneNumberId);
	if (!read.ok) {
		return [notChecked('cart', read.refusal), notChecked('catalogVisible', read.refusal)];
	}
	const { isCartEnabled, isCatalogVisible, unsaved } = read.value;
	const withDefault = (what: string, key: (typeof unsaved)[number]) =>
		unsaved.includes(key) ? `${what} ${unsavedWords({ unsaved: [key] })}` : what;
	const cart = (what: string) => withDefault(what, 'isCartEnabled');
	const catalog = (what: string) => withDefault(what, 'isCatalogVisible');
	return [
		isCartEnabled
			? ok('cart', cart('The cart is on: customers can order.'))
			: fail('cart', cart(NO_CART), SWITCH_ON),
		isCatalogVisible
			? ok('catalogVisible', catalog('The catalog is visible on the profile.'))
			: warning('catalogVisible', catalog(HIDDEN_CATALOG), SWITCH_ON),
	];
};
