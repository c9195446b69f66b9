import path from 'node:path';
import { startProgram, waitUntilHealthy, type RunningProgram } from '../process/childProcess.mts';

export interface SandboxOptions {
	root: string;
	node: string;
	port: number;
	logFile: string;
	/** A folder that keeps the state over a restart. */
	keep?: string;
}

export interface RunningSandbox extends RunningProgram {
	url: string;
}

const PATIENCE_MS = 30_000;

/** Starts the stand-in for Meta's Graph API and waits until it is ready. */
export async function startSandbox({
	root,
	node,
	port,
	logFile,
	keep,
}: SandboxOptions): Promise<RunningSandbox> {
	const url = `http://127.0.0.1:${port}`;
	const program = startProgram({
		name: 'The sandbox',
		node,
		root,
		command: [
			path.join(root, 'sandbox/main.mts'),
			'--port',
			String(port),
			...(keep === undefined ? [] : ['--keep', keep]),
		],
		logFile,
	});
	try {
		await waitUntilHealthy(program, `${url}/control/health`, PATIENCE_MS);
	} catch (error) {
		await program.stop();
		throw error;
	}
	return { ...program, url };
}
