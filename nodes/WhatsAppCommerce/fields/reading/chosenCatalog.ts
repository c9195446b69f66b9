import { type ILoadOptionsFunctions, NodeOperationError } from 'n8n-workflow';

import { connectedCatalog } from '../../../shared/graph/catalog/connectedCatalog';
import type { Graph } from '../../../shared/graph/connection';
import { readRefusedError } from '../../../shared/graph/refusals/readRefused';
import { isGraphId } from '../../../shared/payload/rules/identifiers';

/**
 * The catalog that the builder has chosen in the same node; for a catalog message, which names none,
 * the one that is connected to the business account.
 *
 * @throws NodeOperationError when there is none yet
 */
export async function chosenCatalog(context: ILoadOptionsFunctions, graph: Graph): Promise<string> {
	const isOfCatalog = context.getCurrentNodeParameter('operation') === 'sendCatalog';
	const catalogId = isOfCatalog
		? await connected(context, graph)
		: context.getCurrentNodeParameter('catalogId', { extractValue: true });
	if (isGraphId(catalogId)) return catalogId;
	throw new NodeOperationError(
		context.getNode(),
		isOfCatalog ? 'No catalog is connected to the business account' : 'Choose a catalog first',
		{
			description:
				'This list needs the catalog. With an expression there, type the value instead of choosing it.',
		},
	);
}

async function connected(
	context: ILoadOptionsFunctions,
	graph: Graph,
): Promise<string | undefined> {
	const read = await connectedCatalog(graph);
	if (!read.ok) throw readRefusedError(context.getNode(), read.refusal);
	return read.value;
}
