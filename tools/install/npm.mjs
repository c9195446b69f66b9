import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';
import { explainNpmFailure } from './explain.mjs';
import { StartFailure } from '../startFailure.mjs';
import { showProgress } from './progress.mjs';

/** Whatever the user asked of the npm that runs us (--silent): a failure has to be explained. */
const LOG_LEVEL = '--loglevel=warn';

/**
 * Runs npm in a folder, shows that it is going on, and keeps what it prints in a log.
 *
 * @param {object} run
 * @param {string} run.what shown while it runs
 * @param {string[]} run.args
 * @param {string} run.folder
 * @param {string} run.logName
 * @param {string} [run.node] the Node.js that npm itself and the scripts it runs are to use
 */
export async function runNpm({ what, args, folder, logName, node = process.execPath }) {
	const logFile = path.join(root, '.sandbox/logs', `${logName}.log`);
	mkdirSync(path.dirname(logFile), { recursive: true });
	await showProgress(what, async () => {
		const code = await npmProcess(args, folder, node, logFile);
		if (code !== 0)
			throw new StartFailure(explainNpmFailure(readFileSync(logFile, 'utf8'), logFile));
	});
}

function npmProcess(args, folder, node, logFile) {
	const log = openSync(logFile, 'w');
	const { program, first } = npmCommand(node);
	const child = spawn(program, [...first, ...args, LOG_LEVEL], {
		cwd: folder,
		env: { ...process.env, PATH: [path.dirname(node), process.env.PATH].join(path.delimiter) },
		stdio: ['ignore', log, log],
		shell: first.length === 0 && process.platform === 'win32',
	});
	closeSync(log);
	process.once('exit', () => child.kill());
	return new Promise((resolve, reject) => {
		child.on('exit', (code) => resolve(code ?? 1));
		child.on('error', ({ message }) =>
			reject(new StartFailure(`npm could not be started: ${message}`)),
		);
	});
}

/** npm tells the scripts it runs where it is; started by hand, the one on PATH has to do. */
function npmCommand(node) {
	const cli = process.env.npm_execpath;
	return cli?.endsWith('npm-cli.js')
		? { program: node, first: [cli] }
		: { program: 'npm', first: [] };
}
