/** Changes come in bursts: any number of calls during a run lead to exactly one more run. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
	let running: Promise<void> | null = null;
	let again = false;
	const run = async () => {
		do {
			again = false;
			await work();
		} while (again);
	};
	return () => {
		if (running) again = true;
		else running = run().finally(() => (running = null));
		return running;
	};
}
