import { type INode, NodeOperationError } from 'n8n-workflow';

import type { Problem } from '../../shared/payload/problems';

/** The editor shows line breaks as blanks: numbers keep the sentences apart there. */
const numbered = (problems: Problem[]): string[] =>
	problems.length === 1
		? problems.map(({ sentence }) => sentence)
		: problems.map(({ sentence }, index) => `${index + 1}) ${sentence}`);

/** What an error of a send adds, so that nobody has to guess. */
export const NOTHING_SENT = 'Nothing was sent for this item.';

function changeOf(problems: Problem[]): string {
	const things = problems.reduce((sum, { count = 1 }) => sum + count, 0);
	const [first] = problems;
	return things === 1 && first
		? `${first.field} must be changed`
		: `${things} things must be changed`;
}

/** Input that cannot be used. It lists every problem, so that all can be fixed at once. */
export class InputProblems extends NodeOperationError {
	readonly problems: Problem[];

	/**
	 * @param sends whether the operation sends, and so has to say that it did not
	 * @param what what happened in short; by default what has to be changed
	 */
	constructor(
		node: INode,
		problems: Problem[],
		itemIndex: number,
		sends: boolean,
		what = changeOf(problems),
	) {
		super(node, `${what} [item ${itemIndex}]`, {
			itemIndex,
			description: [...numbered(problems), ...(sends ? [NOTHING_SENT] : [])].join('\n'),
		});
		this.problems = problems;
	}
}
