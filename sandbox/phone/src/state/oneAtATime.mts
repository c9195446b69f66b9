/** News come in bursts: however often it is called while one run is under way, one more run follows. */
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
