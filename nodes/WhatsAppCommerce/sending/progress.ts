import type { Progress } from '../../shared/graph/sending/sendRun';
import type { Run } from '../items/run';

/** Between two lines about the same run. Milliseconds. */
const INTERVAL_MS = 10_000;

/**
 * n8n throws the output of a run away when somebody stops it. What it keeps of the execution is its
 * highlighted data, written at this very moment, and the log.
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
 * Tells how far a long send is. n8n shows nothing of a node while it runs, except the console of the
 * browser in a run that was started in the editor; the rest goes to the log of n8n.
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
