import { type INodeProperties, updateDisplayOptions } from 'n8n-workflow';

import { type Resource, RESOURCES } from './operations';

/** All fields of the node: the resource, then for each resource its operations and their fields. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		default: 'productMessage',
		options: RESOURCES.map(({ name, value }) => ({ name, value })),
	},
	...RESOURCES.flatMap((resource) => [operationField(resource), ...fieldsOf(resource)]),
];

/** The list of operations, which n8n wants alphabetical. */
function operationField({
	value: resource,
	default: first,
	operations,
}: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		default: first,
		options: operations
			.map(({ name, value, action, description }) => ({ name, value, action, description }))
			.toSorted((a, b) => a.name.localeCompare(b.name)),
	};
}

function fieldsOf({ operations }: Resource): INodeProperties[] {
	return operations.flatMap(({ resource, value, properties: own }) =>
		updateDisplayOptions({ show: { resource: [resource], operation: [value] } }, own),
	);
}

/** The text below the node on the canvas, as an expression over its operation. */
export const subtitle = `={{ { ${RESOURCES.flatMap(({ operations }) => operations)
	.map(({ value, subtitle: text }) => `${value}: ${JSON.stringify(text)}`)
	.join(', ')} }[$parameter.operation] }}`;
