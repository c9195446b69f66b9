/**
 * Work that goes on after the answer to a call (status webhooks). A few tasks at a time, so that a thousand sends at once
 * do not open a thousand connections to the callback.
 */
const AT_ONCE = 16;

export class Background {
	#waiting: Array<() => Promise<void>> = [];
	#running = 0;
	#idle: Array<() => void> = [];

	run(task: () => Promise<void>): void {
		this.#waiting.push(task);
		this.#next();
	}

	/** Discards tasks that have not begun; running ones finish. */
	drop(): void {
		this.#waiting = [];
	}

	/** Resolves when nothing waits or runs. */
	settled(): Promise<void> {
		if (this.#running === 0 && this.#waiting.length === 0) return Promise.resolve();
		return new Promise((resolve) => this.#idle.push(resolve));
	}

	#next(): void {
		while (this.#running < AT_ONCE) {
			const task = this.#waiting.shift();
			if (!task) break;
			this.#running += 1;
			// setImmediate: the call that caused the work is answered first.
			setImmediate(() => {
				task()
					.catch(() => undefined)
					.finally(() => {
						this.#running -= 1;
						this.#next();
						if (this.#running === 0 && this.#waiting.length === 0) {
							for (const resolve of this.#idle.splice(0)) resolve();
						}
					});
			});
		}
	}
}
