/**
 * `npm start`: installs what is missing, then runs the main job: the sandbox, a real n8n with this package installed, and a
 * ready workflow. Plain JavaScript without dependencies, since nothing is installed yet and Node.js may be an older one.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { requireNode20 } from './nodeVersion.mjs';
import { root } from './root.mjs';
import { StartFailure } from './startFailure.mjs';

requireNode20();
// Only now: an older Node.js could not even load these.
const { findNode24 } = await import('./node24.mjs');
const { buildPhonePage, installN8nHost, installProject, installSandbox } = await import(
	'./install/everything.mjs'
);
const { HELP, readOptions } = await import('./start/options.mjs');
const { requireFreePort } = await import('./start/requireFreePort.mjs');

let main;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => forward(signal));

// npm passes a signal on to the shell in between only, which dies and leaves this process to the system.
const parent = process.ppid;
const watch = setInterval(() => {
	if (process.ppid === parent) return;
	clearInterval(watch);
	forward('SIGTERM');
}, 500);
watch.unref();

try {
	const { help, ...options } = readOptions(process.argv.slice(2), process.env);
	if (help) {
		console.log(HELP);
		process.exit(0);
	}
	await requireFreePort(options.sandboxPort, 'the sandbox', '--port');
	await requireFreePort(options.n8nPort, 'n8n', '--n8n-port');

	await installProject();
	await installSandbox();
	await buildPhonePage();
	await installN8nHost();

	main = spawn(findNode24(), [path.join(root, 'tools/start/main.mts'), JSON.stringify(options)], {
		cwd: root,
		// The child reads nothing; that its input closes tells it that this process is gone.
		stdio: ['pipe', 'inherit', 'inherit'],
	});
	main.on('exit', (code) => process.exit(code ?? 1));
} catch (error) {
	console.error(`\n${error instanceof StartFailure ? error.message : error.stack}\n`);
	process.exit(1);
}

function forward(signal) {
	if (!main) process.exit(1);
	// In a terminal Ctrl-C reaches the child as well; it stops once, whoever told it first.
	main.kill(signal);
}
