import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Graph } from '../../shared/graph/connection';

/** What an operation file exports as `execute`: all input items of a run in, its output items out. */
export type Operation = (this: IExecuteFunctions, graph: Graph) => Promise<INodeExecutionData[]>;
