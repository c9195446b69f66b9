import type { Progress } from '../../shared/graph/sending/sendRun';
import type { Run } from '../items/run';

/** Between two lines about the same run. Milliseconds. */
const INTERVAL_MS = 10_000;

/**
 * n8n discards the output of a run that is stopped. It keeps the highlighted data of the execution,
 * which is written at that moment, and the log.
 */
export function keepCountWhenStopped(run: Run): {
	note(progress: Progress): void;
	/** The sending is over: a later stop does not concern it. */
	end(): void;
} {
	let last: Progress | undefined;
	run.n8n.onExecutionCancellation(() => {
		if (!last) return;
		const { accepted, total } = last;
		run.n8n.customData.set(
			'messages_accepted',
			`${accepted} of ${total} before the run was stopped`,
		);
	});
	return {
		note(progress) {
			last = progress;
		},
		end() {
			last = undefined;
		},
	};
}

/**
 * Reports the progress of a long send. n8n shows it only in the console of the browser, and only in a
 * run that was started in the editor; so it goes to n8n's log as well.
 */
export function progressLog(run: Run): (progress: Progress) => void {
	let next = Date.now() + INTERVAL_MS;
	return ({ total, done, accepted, delayed, pace }) => {
		const now = Date.now();
		if (now < next || done === total) return;
		next = now + INTERVAL_MS;
		const seconds = Math.ceil((total - done) / Math.max(1, pace));
		const line = `${accepted} of ${total} messages accepted, ${done - accepted} not; ${Math.round(pace)} a second, at least ${seconds} s left; held back by limits ${delayed} times`;
		run.n8n.logger.info(`"${run.node.name}", execution ${run.n8n.getExecutionId()}: ${line}`);
		run.n8n.sendMessageToUI(line);
	};
}
