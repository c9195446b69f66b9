import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';

import { Run } from './items/run';
import { RESOURCES } from './operations';

/** A Map and not an object: a name like "constructor" in a workflow file must not find anything. */
const OPERATIONS = new Map(
	RESOURCES.flatMap(({ operations }) => operations).map((one) => [
		`${one.resource}.${one.value}`,
		one,
	]),
);

/** Items in → operation → items out. */
export async function route(n8n: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const name = `${n8n.getNodeParameter('resource', 0)}.${n8n.getNodeParameter('operation', 0)}`;
	const operation = OPERATIONS.get(name);
	if (!operation) {
		throw new NodeOperationError(n8n.getNode(), `The operation "${name}" does not exist`, {
			description: 'Choose a resource and an operation of this node, or update the package.',
		});
	}
	return [await operation.execute(await Run.open(n8n, operation.sends))];
}
