import path from 'node:path';
import { runProgram } from '../process/runProgram.mjs';
import { root } from '../root.mjs';

/**
 * Runs jest on this Node.js.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] beside our own
 * @returns {Promise<number>} its exit code
 */
export async function runJest(args, env = {}) {
	return await runProgram(
		process.execPath,
		[path.join(root, 'node_modules/jest/bin/jest.js'), ...args],
		{ env: { ...process.env, ...env } },
	);
}
