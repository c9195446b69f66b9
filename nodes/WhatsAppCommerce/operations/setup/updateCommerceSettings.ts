import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';

import {
	readCommerceSettings,
	saveCommerceSettings,
} from '../../../shared/graph/account/commerceSettings';
import { readRefusedError } from '../../../shared/graph/refusals/readRefused';
import { refusedError } from '../../../shared/graph/refusals/refusedError';
import type { Problem } from '../../../shared/payload/problems';
import { setupNumberField } from '../../../shared/fields/phoneNumber';
import { readId } from '../../fields/reading/readId';
import { DraftError } from '../../items/draftError';
import { eachItem } from '../../items/eachItem';
import type { Operation } from '../../items/operation';
import { hintAtSettings, settingsItem } from './settingsItem';

const properties: INodeProperties[] = [
	setupNumberField,
	{
		displayName:
			'Without a cart no orders can arrive. With a hidden catalog customers do not see the shop, and Meta may refuse messages that open it.',
		name: 'settingsNotice',
		type: 'notice',
		default: '',
	},
	{
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
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['setup'], operation: ['updateCommerceSettings'] } },
	properties,
);

/** Switches cart and catalog of a number, and yields what holds now. */
export const execute: Operation = async function (graph) {
	const output = await update.call(this, graph);
	hintAtSettings.call(this, output);
	return output;
};

const update = eachItem(async function (item, graph) {
	const phoneNumberId = readId.call(this, 'phoneNumberId', 'Phone Number', item);
	const given = this.getNodeParameter('commerceSettings', item, {}) as IDataObject;
	const isCartEnabled = flagOf(given.cartEnabled);
	const isCatalogVisible = flagOf(given.catalogVisible);
	const problems = problemsOf(given);
	if (problems.length > 0) throw new DraftError(this.getNode(), problems, item);
	const saved = await saveCommerceSettings(graph, phoneNumberId, {
		isCartEnabled,
		isCatalogVisible,
	});
	if (!saved.ok) throw refusedError(this.getNode(), saved.refusal, item);
	const result = await readCommerceSettings(graph, phoneNumberId);
	if (!result.ok) {
		const error = readRefusedError(this.getNode(), result.refusal, item);
		error.description = `The settings were saved; only reading them back did not work. ${error.description}`;
		throw error;
	}
	return [settingsItem(phoneNumberId, result.value)];
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
		const sentence = 'Settings is empty. Add the setting that is to change.';
		return [{ field: 'Settings', sentence }];
	}
	return given
		.filter(([, value]) => flagOf(value) === undefined)
		.map(([field]) => ({
			field,
			sentence: `${field} holds a value that is neither true nor false.`,
		}));
}
