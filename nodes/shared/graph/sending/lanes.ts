/** The work for one recipient, in order. */
interface Lane<Work> {
	readonly queue: Work[];
	/** Not before this time, in milliseconds. */
	readyAt: number;
}

/**
 * Keeps the order to each recipient without holding up others: one message per recipient is in flight, until
 * `done` or `again`. Recipients are served in the order of their work.
 */
export class Lanes<Work> {
	private readonly lanes = new Map<string, Lane<Work>>();
	/** Recipients whose work may start, from `head` on. */
	private ready: string[] = [];
	private head = 0;
	/** Recipients that wait for a time, the earliest first. */
	private readonly waiting: string[] = [];

	add(recipient: string, work: Work): void {
		const lane = this.lanes.get(recipient);
		if (lane) {
			lane.queue.push(work);
		} else {
			this.lanes.set(recipient, { queue: [work], readyAt: 0 });
			this.ready.push(recipient);
		}
	}

	/** How many recipients' work may start. */
	get readyNow(): number {
		return this.ready.length - this.head;
	}

	/** Milliseconds until some work can be taken; null when none is left. */
	waitForNext(now: number): number | null {
		if (this.head < this.ready.length) return 0;
		if (this.waiting.length === 0) return null;
		return Math.max(0, this.readyAt(this.waiting[0]) - now);
	}

	/** The next work, if any may start. Its recipient is busy until `done` or `again`. */
	take(now: number): { recipient: string; work: Work } | undefined {
		const recipient =
			this.waiting.length > 0 && this.readyAt(this.waiting[0]) <= now
				? this.waiting.shift()
				: this.ready[this.head++];
		if (recipient === undefined) {
			this.head = this.ready.length;
			return undefined;
		}
		if (this.head > 1_000) {
			this.ready = this.ready.slice(this.head);
			this.head = 0;
		}
		const work = this.lanes.get(recipient)?.queue[0];
		return work === undefined ? undefined : { recipient, work };
	}

	/** The work is done: the recipient's next one may start when its turn comes. */
	done(recipient: string): void {
		const lane = this.lanes.get(recipient);
		lane?.queue.shift();
		if (!lane || lane.queue.length === 0) this.lanes.delete(recipient);
		else this.ready.push(recipient);
	}

	/** The same work again, not before this time. */
	again(recipient: string, readyAt: number): void {
		const lane = this.lanes.get(recipient);
		if (!lane) return;
		lane.readyAt = readyAt;
		let place = this.waiting.length;
		while (place > 0 && this.readyAt(this.waiting[place - 1]) > readyAt) place--;
		this.waiting.splice(place, 0, recipient);
	}

	/** Removes and returns the work of all recipients that are not busy. */
	drain(): Work[] {
		const recipients = [...this.ready.slice(this.head), ...this.waiting];
		const left = recipients.flatMap((recipient) => this.lanes.get(recipient)?.queue ?? []);
		for (const recipient of recipients) this.lanes.delete(recipient);
		this.head = this.ready.length;
		this.waiting.length = 0;
		return left;
	}

	private readyAt(recipient: string): number {
		return this.lanes.get(recipient)?.readyAt ?? 0;
	}
}
