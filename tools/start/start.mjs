import { spawn } from 'node:child_process';
import path from 'node:path';
import {
	buildPhonePage,
	installN8nHost,
	installProject,
	installSandbox,
} from '../install/everything.mjs';
import { findNode24 } from '../node24.mjs';
import { exitCodeOf } from '../process/runProgram.mjs';
import { root } from '../root.mjs';
import { HELP, readOptions } from './options.mjs';
import { requireFreePort } from './requireFreePort.mjs';

/** How often to look whether our parent process is still there. */
const WATCH_MS = 500;

/**
 * `npm start`: installs what is missing, then runs the sandbox, a real n8n with this package installed, and a ready workflow.
 *
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function start(args) {
	/** @type {import('node:child_process').ChildProcess | undefined} */
	let main;
	const stop = (/** @type {NodeJS.Signals} */ signal) => {
		if (!main) process.exit(1);
		// In a terminal Ctrl-C reaches the child as well; it stops only once.
		main.kill(signal);
	};
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
		process.on(signal, () => stop(signal));
	whenOrphaned(() => stop('SIGTERM'));

	const { help, ...options } = readOptions(args, process.env);
	if (help) {
		console.log(HELP);
		return 0;
	}
	await requireFreePort(options.sandboxPort, 'the sandbox', '--port');
	await requireFreePort(options.n8nPort, 'n8n', '--n8n-port');

	for (const install of [installProject, installSandbox, buildPhonePage, installN8nHost])
		await install();

	main = spawn(findNode24(), [path.join(root, 'tools/start/main.mts'), JSON.stringify(options)], {
		cwd: root,
		// The child reads nothing; that its input closes tells it that this process is gone.
		stdio: ['pipe', 'inherit', 'inherit'],
	});
	return await exitCodeOf(main);
}

/**
 * npm passes a signal on to the shell in between only, which dies and leaves this process to the system.
 *
 * @param {() => void} act
 */
function whenOrphaned(act) {
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		act();
	}, WATCH_MS);
	watch.unref();
}
