/**
 * Runs one program and ends it as soon as the process that started this guard is gone.
 *
 * The starter holds the other end of this process' standard input. However the starter ends (Ctrl-C, a closed terminal,
 * a crash, kill -9, a test runner's time-out), the system closes that pipe, so nothing is left running behind it.
 *
 * node guard.mts <program> [arguments …]
 */
import { spawn } from 'node:child_process';

/** n8n gives running workflows up to 30 s to finish; nobody waits that long for a sandbox. */
const GRACE_MS = 8_000;

const [program = '', ...programArguments] = process.argv.slice(2);
const child = spawn(program, programArguments, { stdio: ['ignore', 'inherit', 'inherit'] });

let stopping = false;

function endEverything(signal: NodeJS.Signals): void {
	if (process.platform === 'win32') {
		// Windows has no process groups to signal.
		if (child.pid !== undefined) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F']);
		return;
	}
	// The guard leads a process group of its own, which holds the program and whatever that starts (n8n: its task runner).
	process.kill(-process.pid, signal);
}

function stop(): void {
	if (stopping) return;
	stopping = true;
	endEverything('SIGTERM');
	setTimeout(() => endEverything('SIGKILL'), GRACE_MS).unref();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
process.stdin.on('end', stop).on('error', stop).resume();

child.on('error', (error) => {
	process.stderr.write(`${program} could not be started: ${error.message}\n`);
	process.exit(1);
});
child.on('exit', (code) => {
	// A program that died by itself may leave its own children behind.
	stop();
	process.exit(code ?? 1);
});
