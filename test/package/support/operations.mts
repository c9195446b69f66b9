import { NodeHelpers, type INodeProperties, type INodeTypeDescription } from 'n8n-workflow';

import { WhatsAppCommerce } from '../../../nodes/WhatsAppCommerce/WhatsAppCommerce.node';
import { WhatsAppCommerceTrigger } from '../../../nodes/WhatsAppCommerceTrigger/WhatsAppCommerceTrigger.node';

/** One operation as the node's own description has it. */
export interface Operation {
	/** The values that a workflow stores, such as `catalog/getProducts`. */
	key: string;
	resource: string;
	name: string;
	does: string;
	/** Labels of the fields that must be filled in, with all others as they are at first. */
	needs: string[];
}

interface Choice {
	name: string;
	value: string;
	description?: string;
}

const { description } = new WhatsAppCommerce() as { description: INodeTypeDescription };
const choicesOf = ({ options = [] }: INodeProperties) => options as Choice[];
const shownFor = ({ displayOptions }: INodeProperties, resource: string) =>
	displayOptions?.show?.resource?.includes(resource) === true;

/** All operations of the action node, in the order in which the editor lists them. */
export function operations(): Operation[] {
	const resources = choicesOf(description.properties.find(({ name }) => name === 'resource')!);
	return resources.flatMap(({ name: resource, value }) =>
		description.properties
			.filter((property) => property.name === 'operation' && shownFor(property, value))
			.flatMap(choicesOf)
			.map((operation) => ({
				key: `${value}/${operation.value}`,
				resource,
				name: operation.name,
				does: operation.description ?? '',
				needs: needsOf(value, operation.value),
			})),
	);
}

/** The events of the trigger, by label. */
export const events = (): Choice[] =>
	choicesOf(
		new WhatsAppCommerceTrigger().description.properties.find(({ name }) => name === 'events')!,
	);

/** The fields that the editor shows for an operation, with the given values. */
export function fieldsShown(resource: string, operation: string, values: object = {}) {
	const node = { typeVersion: 1 } as never;
	const given = { resource, operation, ...values } as never;
	const all = NodeHelpers.getNodeParameters(
		description.properties,
		given,
		true,
		true,
		node,
		description,
	);
	return description.properties.filter((property) =>
		NodeHelpers.displayParameter(all ?? {}, property, node, description),
	);
}

const needsOf = (resource: string, operation: string): string[] =>
	fieldsShown(resource, operation)
		.filter(({ required }) => required)
		.map(({ displayName }) => displayName);
