import type { Run } from '../items/run';
import { isRefused, type Task } from './task';

/** Says in the editor which texts were given in several lines and go out in one (facts 17.6, 17.7). */
export function hintAtFolded(run: Run, tasks: Task[]): void {
	const labels = new Set(
		tasks.flatMap((task) =>
			isRefused(task) ? [] : [...task.draft.folded, ...(task.fallback?.folded ?? [])],
		),
	);
	if (labels.size === 0) return;
	run.warn([
		`Written in one line, since WhatsApp takes no line breaks, tabs or long gaps there: ${[...labels].join(', ')}.`,
	]);
}
