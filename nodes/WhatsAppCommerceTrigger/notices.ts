/** Milliseconds between two lines about the same thing: whoever repeats it cannot fill the log. */
const PAUSE_MS = 5 * 60_000;

interface Notice {
	toldAt: number;
	/** How often it happened since it was told. */
	untold: number;
}

const notices = new Map<string, Notice>();

/**
 * Tells at once when something happens for the first time, then at most every five minutes.
 *
 * @param about the node and the kind of thing; there are only a few kinds for each node
 * @param times how often it happened now
 * @param tell gets how often it happened since it was told last
 */
export function notice(about: string, times: number, tell: (times: number) => void): void {
	const last = notices.get(about);
	const untold = (last?.untold ?? 0) + times;
	if (last && Date.now() - last.toldAt < PAUSE_MS) {
		last.untold = untold;
		return;
	}
	notices.set(about, { toldAt: Date.now(), untold: 0 });
	tell(untold);
}
