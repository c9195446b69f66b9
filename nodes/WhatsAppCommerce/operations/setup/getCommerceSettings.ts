import { updateDisplayOptions } from 'n8n-workflow';

import { readCommerceSettings } from '../../../shared/graph/account/commerceSettings';
import { readRefusedError } from '../../../shared/graph/refusals/readRefused';
import { setupNumberField } from '../../../shared/fields/phoneNumber';
import { readId } from '../../fields/reading/readId';
import { eachItem } from '../../items/eachItem';
import type { Operation } from '../../items/operation';
import { hintAtSettings, settingsItem } from './settingsItem';

export const description = updateDisplayOptions(
	{ show: { resource: ['setup'], operation: ['getCommerceSettings'] } },
	[setupNumberField],
);

/** Whether customers of a number have a cart and see the catalog. */
export const execute: Operation = async function (graph) {
	const output = await read.call(this, graph);
	hintAtSettings.call(this, output);
	return output;
};

const read = eachItem(async function (item, graph) {
	const phoneNumberId = readId.call(this, 'phoneNumberId', 'Phone Number', item);
	const result = await readCommerceSettings(graph, phoneNumberId);
	if (!result.ok) throw readRefusedError(this.getNode(), result.refusal, item);
	return [settingsItem(phoneNumberId, result.value)];
});
