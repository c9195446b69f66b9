import { readCommerceSettings } from '../../../shared/graph/account/commerceSettings';
import { setupNumber } from '../../fields/sender';
import { eachItem } from '../../items/eachItem';
import { operation } from '../../items/operation';
import { hintAtSettings, settingsItem } from './settingsItem';

/** Whether customers of a number have a cart and see the catalog. */
export const getCommerceSettings = operation({
	resource: 'setup',
	value: 'getCommerceSettings',
	name: 'Get Commerce Settings',
	action: 'Get commerce settings',
	description: 'Look up whether customers of a number have a cart and see the catalog',
	subtitle: 'Get commerce settings',
	fields: [setupNumber],
	async execute(run) {
		const output = await read(run);
		hintAtSettings(run, output);
		return output;
	},
});

const read = eachItem(async (run, item) => {
	const phoneNumberId = setupNumber.read(run, item);
	const settings = run.value(await readCommerceSettings(run.graph, phoneNumberId), item);
	return [settingsItem(phoneNumberId, settings)];
});
