import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Graph } from '../../shared/graph/connection';
import { isGraphId } from '../../shared/payload/rules/identifiers';
import { textLike } from '../../shared/payload/values/text';
import { readId } from './reading/readId';
import { catalogField } from './catalog';
import { readConnectedCatalog } from './connectedCatalog';
import { senderField } from '../../shared/fields/phoneNumber';

/** Fields that orders fill in by themselves: every one of them may stay empty. */

export const orderSenderField: INodeProperties = {
	...senderField,
	required: undefined,
	description:
		'The business phone number that the message is sent from. Leave it empty for the number that received the latest order of the customer.',
};

export const orderCatalogField: INodeProperties = {
	...catalogField,
	required: undefined,
	description:
		'Leave it empty for the catalog that the order names, or else the one that is connected to the business account',
};

/**
 * The chosen catalog, the one that the order names, or the connected one.
 *
 * @param named `catalogId` of the order
 * @throws DraftError when there is none, NodeApiError when Meta refuses to tell
 */
export async function readOrderCatalog(
	this: IExecuteFunctions,
	item: number,
	graph: Graph,
	named: string | null,
): Promise<string> {
	const chosen = this.getNodeParameter('catalogId', item, '', { extractValue: true });
	if (textLike(chosen) !== '') return readId.call(this, 'catalogId', 'Catalog', item);
	if (isGraphId(named)) return named;
	return await readConnectedCatalog.call(this, item, graph);
}
