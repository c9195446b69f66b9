/** In a terminal the line is redrawn each second; in a log a line now and then is enough. */
const TERMINAL_TICK_MS = 1_000;
const LOG_TICK_MS = 30_000;

/**
 * Shows that something long is going on, and how long already.
 *
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function showProgress(what, work) {
	const started = Date.now();
	const inTerminal = Boolean(process.stdout.isTTY);
	const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s`;
	const draw = () =>
		process.stdout.write(
			inTerminal ? `\r\x1b[2K${what} … ${elapsed()}` : `${what} … ${elapsed()}\n`,
		);
	if (inTerminal) draw();
	else console.log(`${what} …`);
	const ticker = setInterval(draw, inTerminal ? TERMINAL_TICK_MS : LOG_TICK_MS);
	const finish = (outcome) => {
		clearInterval(ticker);
		console.log(`${inTerminal ? '\r\x1b[2K' : ''}${what}: ${outcome} after ${elapsed()}`);
	};
	try {
		const result = await work();
		finish('done');
		return result;
	} catch (error) {
		finish('stopped');
		throw error;
	}
}
