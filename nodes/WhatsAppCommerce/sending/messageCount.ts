import type { Run } from '../items/run';
import { isRefused, messagesOf, type Task } from './task';

/** What a message costs since 1 October 2026, whether inside the 24-hour window or not. Facts 15.3. */
export const CHARGE = 'Meta charges for each message that it delivers.';

/** As a sentence has it, for instance `3 messages`. */
export const inWords = (messages: number): string =>
	`${messages} ${messages === 1 ? 'message' : 'messages'}`;

/** How many messages the tasks make, a preview as if it were sent. */
export const countMessages = (tasks: Task[]): number =>
	tasks.reduce((sum, task) => sum + (isRefused(task) ? 0 : messagesOf(task).length), 0);

/**
 * Says how many messages a run sends, where its input does not show it: in n8n's log before they leave,
 * and beside the output. Where On Error is Continue, the first ones have left when all can be counted.
 *
 * @param always whether to say so also where each input makes one message
 */
export function tellCount(run: Run, tasks: Task[], always: boolean): void {
	const made = tasks.filter((task) => !isRefused(task)).length;
	const count = countMessages(tasks);
	if (count < 2 || (count === made && !always)) return;
	const hasKeys = tasks.some((task) => !isRefused(task) && task.key !== '');
	const upTo = hasKeys ? 'up to ' : '';
	const from = run.input.length;
	const what = `${upTo}${inWords(count)} from ${from} ${from === 1 ? 'item' : 'items'}`;
	run.inform(`This run: ${what}. ${CHARGE}`);
	const line = `${what} to send. ${CHARGE}`;
	run.n8n.logger.info(`"${run.node.name}", execution ${run.n8n.getExecutionId()}: ${line}`);
	run.n8n.sendMessageToUI(line);
}
