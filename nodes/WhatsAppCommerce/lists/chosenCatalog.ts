import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';

import { isGraphId } from '../../shared/payload/identifiers';

/**
 * The catalog that the builder has chosen in the same node.
 *
 * @throws NodeOperationError when there is none yet
 */
export function chosenCatalog(this: ILoadOptionsFunctions): string {
	const catalogId = this.getCurrentNodeParameter('catalogId', { extractValue: true });
	if (isGraphId(catalogId)) return catalogId;
	throw new NodeOperationError(this.getNode(), 'Choose a catalog first', {
		description:
			'This list needs the catalog. With an expression there, type the value instead of choosing it.',
	});
}
