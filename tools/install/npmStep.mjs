import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runNpm } from '../process/npm.mjs';
import { showProgress } from '../process/progress.mjs';
import { root } from '../root.mjs';
import { StartFailure } from '../startFailure.mjs';
import { explainNpmFailure } from './explain.mjs';

/** Whatever the user asked of the npm that runs us (--silent): a failure has to be explained. */
const LOG_LEVEL = '--loglevel=warn';

/**
 * Runs npm in a folder, shows that it is going on, and keeps what it prints in a log.
 *
 * @param {object} step
 * @param {string} step.what shown while it runs
 * @param {string[]} step.args
 * @param {string} step.folder
 * @param {string} step.logName
 * @param {string} [step.node] the Node.js that npm itself and the scripts it runs are to use
 * @throws {StartFailure} with what the user can do about it
 */
export async function npmStep({ what, args, folder, logName, node = process.execPath }) {
	const logFile = path.join(root, '.sandbox/logs', `${logName}.log`);
	mkdirSync(path.dirname(logFile), { recursive: true });
	const log = openSync(logFile, 'w');
	try {
		await showProgress(what, async () => {
			const run = runNpm([...args, LOG_LEVEL], { folder, node, stdio: ['ignore', log, log] });
			const code = await run.catch(({ message }) => {
				throw new StartFailure(`npm could not be started: ${message}`);
			});
			if (code !== 0)
				throw new StartFailure(explainNpmFailure(readFileSync(logFile, 'utf8'), logFile));
		});
	} finally {
		closeSync(log);
	}
}
