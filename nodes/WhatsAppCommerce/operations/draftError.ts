import { NodeOperationError, type INode } from 'n8n-workflow';

import type { Problem } from '../../shared/payload/problems';

/** A draft that cannot be sent. It holds every problem at once, so that one look mends them all. */
export class DraftError extends NodeOperationError {
	readonly problems: Problem[];

	constructor(node: INode, problems: Problem[], itemIndex: number) {
		const message =
			problems.length === 1
				? `${problems[0].field} needs a change`
				: `${problems.length} things need a change`;
		super(node, `${message} [item ${itemIndex}]`, {
			itemIndex,
			description: [
				...problems.map(({ sentence }) => sentence),
				'Nothing was sent for this item.',
			].join('\n'),
		});
		this.problems = problems;
	}
}
