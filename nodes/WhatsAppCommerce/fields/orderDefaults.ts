import { isGraphId } from '../../shared/payload/rules/identifiers';
import { textLike } from '../../shared/payload/values/text';
import type { Run } from '../items/run';
import { catalog } from './catalog';
import { readConnectedCatalog } from './connectedCatalog';
import { optional, reworded } from './reading/fields';
import { sender } from './sender';

// Fields that may stay empty: the order fills them in.

export const orderSender = reworded(optional(sender), {
	description:
		'The business phone number that the message is sent from. Leave it empty for the number that received the latest order of the customer.',
});

const chosenCatalog = reworded(optional(catalog), {
	description:
		'Leave it empty for the catalog that the order names, or else the one that is connected to the business account',
});

export const orderCatalog = {
	property: chosenCatalog.property,
	/**
	 * The chosen catalog, the one that the order names, or the connected one.
	 *
	 * @param named `catalogId` of the order
	 * @throws InputProblems when there is none, NodeApiError when Meta refuses to tell
	 */
	async read(run: Run, item: number, named: string | null): Promise<string> {
		const chosen = run.locator(chosenCatalog.property.name, item);
		if (textLike(chosen) !== '') return chosenCatalog.read(run, item);
		if (isGraphId(named)) return named;
		return await readConnectedCatalog(run, item);
	},
};
