import { NodeOperationError, type INode } from 'n8n-workflow';

import type { Problem } from '../../shared/payload/problems';

/** The editor shows line breaks as blanks: numbers keep the sentences apart there. */
const numbered = (problems: Problem[]): string[] =>
	problems.length === 1
		? [problems[0].sentence]
		: problems.map(({ sentence }, index) => `${index + 1}) ${sentence}`);

const NOTHING_SENT = 'Nothing was sent for this item.';

/** Resources, and operations of others, that send nothing. */
const SENDS_NOTHING: unknown[] = ['catalog', 'template', 'setup', 'checkOrder'];

function changeOf(problems: Problem[]): string {
	const things = problems.reduce((sum, { count = 1 }) => sum + count, 0);
	return things === 1 ? `${problems[0].field} must be changed` : `${things} things must be changed`;
}

/** A draft that cannot be sent. It holds every problem at once, so that one look mends them all. */
export class DraftError extends NodeOperationError {
	readonly problems: Problem[];

	/** @param what what happened in short; by default what has to be changed */
	constructor(node: INode, problems: Problem[], itemIndex: number, what = changeOf(problems)) {
		const { resource, operation } = node.parameters;
		const isSend = ![resource, operation].some((name) => SENDS_NOTHING.includes(name));
		super(node, `${what} [item ${itemIndex}]`, {
			itemIndex,
			description: [...numbered(problems), ...(isSend ? [NOTHING_SENT] : [])].join('\n'),
		});
		this.problems = problems;
	}
}
