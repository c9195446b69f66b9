import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Graph } from '../../shared/graph/connection';

/** What an operation file exports as `execute`: one input item in, its output items out. */
export type Operation = (
	this: IExecuteFunctions,
	item: number,
	graph: Graph,
) => Promise<INodeExecutionData[]>;
