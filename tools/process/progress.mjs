/** In a terminal the line is redrawn each second; in a log a line now and then is enough. */
const TERMINAL_TICK_MS = 1_000;
const LOG_TICK_MS = 30_000;

/** Characters; the durations stand below each other. */
const WIDTH = 52;

/**
 * Shows that something long is going on, how long already, and how it has ended.
 *
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function showProgress(what, work) {
	const started = Date.now();
	const inTerminal = Boolean(process.stdout.isTTY);
	const line = (/** @type {string} */ sign) => {
		const seconds = Math.round((Date.now() - started) / 1000);
		return `  ${sign} ${what.padEnd(WIDTH)} ${seconds} s`;
	};
	const draw = () => process.stdout.write(inTerminal ? `\r\x1b[2K${line('…')}` : `${line('…')}\n`);
	draw();
	const ticker = setInterval(draw, inTerminal ? TERMINAL_TICK_MS : LOG_TICK_MS);
	const finish = (/** @type {string} */ sign) => {
		clearInterval(ticker);
		console.log(`${inTerminal ? '\r\x1b[2K' : ''}${line(sign)}`);
	};
	try {
		const result = await work();
		finish('✓');
		return result;
	} catch (error) {
		finish('✗');
		throw error;
	}
}
