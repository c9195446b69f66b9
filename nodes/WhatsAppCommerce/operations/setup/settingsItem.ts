import type { IDataObject } from 'n8n-workflow';

import type {
	CommerceSettings,
	ReadSettings,
} from '../../../shared/graph/account/commerceSettings';
import type { Run } from '../../items/run';

/** What follows from each setting that is off. Facts 6.4. */
export const NO_CART =
	'The cart is off: customers see no cart buttons, so no orders can arrive, only questions.';
export const HIDDEN_CATALOG =
	'The catalog is hidden: customers do not see the shop on the profile, and Meta may refuse messages that open the catalog (131009).';

/** Names of the settings in the output, and in sentences. */
const NAMES = {
	isCartEnabled: { field: 'cartEnabled', label: 'the cart' },
	isCatalogVisible: { field: 'catalogVisible', label: 'the catalog' },
} as const;

const KEYS = ['isCartEnabled', 'isCatalogVisible'] as const;

/** That a setting was never saved; '' where each one was. Facts 17.3. */
export function unsavedWords({ unsaved }: Pick<ReadSettings, 'unsaved'>): string {
	if (unsaved.length === 0) return '';
	const labels = unsaved.map((one) => NAMES[one].label).join(' and ');
	return `Nobody has saved a setting for ${labels} of this number, so Meta's default holds.`;
}

/**
 * The settings of a number as the setup operations yield them, with what follows in words.
 *
 * @param wanted what was saved just before
 */
export function settingsItem(
	phoneNumberId: string,
	settings: ReadSettings,
	wanted: Partial<CommerceSettings> = {},
): IDataObject {
	const { isCartEnabled, isCatalogVisible, unsaved } = settings;
	const late = KEYS.filter((key) => wanted[key] !== undefined && wanted[key] !== settings[key]);
	return {
		phoneNumberId,
		cartEnabled: isCartEnabled,
		catalogVisible: isCatalogVisible,
		metaDefaults: unsaved.map((one) => NAMES[one].field),
		warnings: [
			...late.map(
				(key) =>
					`Meta took the change for ${NAMES[key].label} and does not show it yet: look again in a few minutes.`,
			),
			...(isCartEnabled ? [] : [NO_CART]),
			...(isCatalogVisible ? [] : [HIDDEN_CATALOG]),
		],
	};
}

/** Says in the editor what follows, once for a run. */
export function hintAtSettings(run: Run, output: Array<{ json: IDataObject }>): void {
	const warnings = new Set(output.flatMap(({ json }) => (json.warnings ?? []) as string[]));
	const fields = new Set(output.flatMap(({ json }) => (json.metaDefaults ?? []) as string[]));
	const unsaved = KEYS.filter((key) => fields.has(NAMES[key].field));
	run.warn([...warnings, ...(unsaved.length > 0 ? [unsavedWords({ unsaved })] : [])]);
}
