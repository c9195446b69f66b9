import type { INodeProperties } from 'n8n-workflow';

import type { Run } from './run';

/** A field of the node: what the editor shows, and how its value is read. */
export interface Field<T = unknown> {
	property: INodeProperties;
	/**
	 * Its value for an item, in all forms that an expression can give it.
	 *
	 * @throws InputProblems when the value cannot be used
	 */
	read(run: Run, item: number): T;
}
