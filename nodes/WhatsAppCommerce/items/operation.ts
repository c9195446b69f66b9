import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { Field } from './field';
import type { Run } from './run';

/** Everything about an operation. The description of the node and the docs are made from it. */
export interface Operation {
	/** Names that saved workflows hold. */
	resource: 'catalog' | 'order' | 'productMessage' | 'setup' | 'template';
	value: string;
	/** As the list of operations shows it. */
	name: string;
	/** As the list of actions shows it, when a node is added. */
	action: string;
	description: string;
	/** Below the node on the canvas. */
	subtitle: string;
	/** Whether it sends messages: its errors then say that nothing was sent. */
	sends: boolean;
	/** In the order in which the editor shows them. */
	properties: INodeProperties[];
	/** All input items of a run in, its output items out. */
	execute(run: Run): Promise<INodeExecutionData[]>;
}

interface Declaration extends Omit<Operation, 'sends' | 'properties'> {
	sends?: boolean;
	fields: Array<Field | INodeProperties>;
}

/** Declares an operation; this is the only place where it is described. */
export const operation = ({ sends = false, fields, ...declared }: Declaration): Operation => ({
	...declared,
	sends,
	properties: fields.map((one) => ('property' in one ? one.property : one)),
});
