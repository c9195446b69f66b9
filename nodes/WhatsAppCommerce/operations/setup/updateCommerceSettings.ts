import type { IDataObject, INodeProperties } from 'n8n-workflow';

import {
	readCommerceSettings,
	saveCommerceSettings,
} from '../../../shared/graph/account/commerceSettings';
import { settingsGuidance } from '../../../shared/graph/refusals/settingsRefused';
import type { Problem } from '../../../shared/payload/problems';
import { setupNumber } from '../../fields/sender';
import { eachItem } from '../../items/eachItem';
import { operation } from '../../items/operation';
import { hintAtSettings, settingsItem } from './settingsItem';

const notice: INodeProperties = {
	displayName:
		'Without a cart no orders can arrive. With a hidden catalog customers do not see the shop, and Meta may refuse messages that open it.',
	name: 'settingsNotice',
	type: 'notice',
	default: '',
};

const changes: INodeProperties = {
	displayName: 'Settings',
	name: 'commerceSettings',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	description: 'What to change; a setting that is not added stays as it is',
	options: [
		{
			displayName: 'Cart Enabled',
			name: 'cartEnabled',
			type: 'boolean',
			default: true,
			description: 'Whether customers can put products into a cart and send it as an order',
		},
		{
			displayName: 'Catalog Visible',
			name: 'catalogVisible',
			type: 'boolean',
			default: true,
			description: 'Whether the profile of the business shows the catalog',
		},
	],
};

/** Switches cart and catalog of a number, and yields the settings as they are now. */
export const updateCommerceSettings = operation({
	resource: 'setup',
	value: 'updateCommerceSettings',
	name: 'Update Commerce Settings',
	action: 'Update commerce settings',
	description: 'Switch the cart on or off, and show or hide the catalog',
	subtitle: 'Update commerce settings',
	fields: [setupNumber, notice, changes],
	async execute(run) {
		const output = await update(run);
		hintAtSettings(run, output);
		return output;
	},
});

const update = eachItem(async (run, item) => {
	const phoneNumberId = setupNumber.read(run, item);
	const given = run.given(changes.name, item, {}) as IDataObject;
	const isCartEnabled = flagOf(given.cartEnabled);
	const isCatalogVisible = flagOf(given.catalogVisible);
	const problems = problemsOf(given);
	if (problems.length > 0) throw run.problems(problems, item);
	const wanted = {
		...(isCartEnabled !== undefined && { isCartEnabled }),
		...(isCatalogVisible !== undefined && { isCatalogVisible }),
	};
	const saved = await saveCommerceSettings(run.graph, phoneNumberId, wanted);
	if (!saved.ok) throw run.refused(saved.refusal, item, settingsGuidance(saved.refusal));
	const read = await readCommerceSettings(run.graph, phoneNumberId);
	if (!read.ok) {
		const error = run.readRefused(read.refusal, item);
		error.description = `The settings were saved; only reading them back did not work. ${error.description}`;
		throw error;
	}
	return [settingsItem(phoneNumberId, read.value, wanted)];
});

/** An expression may yield the word as a sheet writes it, or the number of a database. */
function flagOf(value: unknown): boolean | undefined {
	const word = String(value).trim().toLowerCase();
	if (word === 'true' || word === '1') return true;
	return word === 'false' || word === '0' ? false : undefined;
}

/** What keeps the settings from being saved. */
function problemsOf({ cartEnabled, catalogVisible }: IDataObject): Problem[] {
	const given = Object.entries({
		'Cart Enabled': cartEnabled,
		'Catalog Visible': catalogVisible,
	}).filter(([, value]) => value !== undefined);
	if (given.length === 0) {
		const sentence = `${changes.displayName} is empty. Add the setting that is to change.`;
		return [{ field: changes.displayName, sentence }];
	}
	return given
		.filter(([, value]) => flagOf(value) === undefined)
		.map(([field]) => ({
			field,
			sentence: `${field} holds a value that is neither true nor false.`,
		}));
}
