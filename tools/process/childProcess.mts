import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { environmentFor } from './environment.mts';
import { StartFailure } from '../startFailure.mjs';

export interface Program {
	/** What it is called in messages. */
	name: string;
	/** The Node.js 24 that runs it. */
	node: string;
	/** The repository's root. */
	root: string;
	/** Script and arguments. */
	command: string[];
	/** What runs instead of Node.js; `command` are its arguments then. */
	executable?: string;
	env?: NodeJS.ProcessEnv;
	/** Everything the program prints goes here. */
	logFile: string;
}

export interface RunningProgram {
	name: string;
	logFile: string;
	/** Resolves with the exit code as soon as the program has ended. */
	ended: Promise<number>;
	hasEnded(): boolean;
	stop(): Promise<void>;
	/** Like kill -9 of the program and all it has started: nothing gets to clean up. */
	kill(): Promise<void>;
}

const running = new Set<RunningProgram>();

/** Longer than the guard's own patience, so that this is only the last resort. */
const STOP_PATIENCE_MS = 12_000;

/** Starts a program under a guard that ends it together with this process (see guard.mts). */
export function startProgram({
	name,
	node,
	root,
	command,
	executable = node,
	env,
	logFile,
}: Program): RunningProgram {
	mkdirSync(path.dirname(logFile), { recursive: true });
	const log = openSync(logFile, 'w');
	const child = spawn(node, [path.join(root, 'tools/process/guard.mts'), executable, ...command], {
		cwd: root,
		env: { ...environmentFor(node), ...env },
		stdio: ['pipe', log, log],
		// A process group of its own: Ctrl-C in the terminal reaches us, and we end the programs in order.
		detached: true,
		windowsHide: true,
	});
	closeSync(log);

	let ended = false;
	const whenEnded: Promise<number> = new Promise<number>((resolve) => {
		const finish = (code: number | null) => {
			ended = true;
			running.delete(program);
			resolve(code ?? 1);
		};
		child.on('exit', finish);
		child.on('error', () => finish(1));
	});
	const program: RunningProgram = {
		name,
		logFile,
		ended: whenEnded,
		hasEnded: () => ended,
		stop: async () => await stopGuard(child, program),
		kill: async () => {
			// The guard leads the process group (Windows has none).
			if (child.pid !== undefined && process.platform !== 'win32')
				process.kill(-child.pid, 'SIGKILL');
			else child.kill('SIGKILL');
			await whenEnded;
		},
	};
	running.add(program);
	return program;
}

/** Also what is still starting. */
export async function stopEverything(): Promise<void> {
	await Promise.all([...running].map(async (program) => await program.stop()));
}

async function stopGuard(guard: ChildProcess, program: RunningProgram): Promise<void> {
	if (program.hasEnded()) return;
	guard.stdin?.end();
	const lastResort = setTimeout(() => guard.kill('SIGKILL'), STOP_PATIENCE_MS);
	await program.ended;
	clearTimeout(lastResort);
}

/** Waits until the address answers 200, or says why that will not happen. */
export async function waitUntilHealthy(program: RunningProgram, url: string, patienceMs: number) {
	const deadline = Date.now() + patienceMs;
	while (Date.now() < deadline) {
		if (program.hasEnded()) throw notHealthy(program, 'stopped while starting');
		const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
		await answer?.body?.cancel();
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	throw notHealthy(program, `was not ready after ${Math.round(patienceMs / 1000)} seconds`);
}

function notHealthy(program: RunningProgram, what: string): StartFailure {
	return new StartFailure(`${program.name} ${what}. ${lastWords(program)}`);
}

export function lastWords({ logFile }: RunningProgram): string {
	const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n  ');
	return `Its last lines:\n\n  ${lines}\n\nThe whole log: ${logFile}`;
}
