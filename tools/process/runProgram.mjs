import { spawn } from 'node:child_process';
import path from 'node:path';
import { findNode24 } from '../node24.mjs';
import { root } from '../root.mjs';

/** @type {import('node:child_process').StdioOptions} */
const PRINT = ['ignore', 'inherit', 'inherit'];

/**
 * Runs a program to its end; it prints where we print.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options] in the repository's root by default
 * @returns {Promise<number>} its exit code; 1 when a signal has ended it
 */
export async function runProgram(program, args, { stdio = PRINT, ...options } = {}) {
	const child = spawn(program, args, { cwd: root, stdio, ...options });
	const end = () => child.kill();
	process.once('exit', end);
	try {
		return await exitCodeOf(child);
	} finally {
		process.off('exit', end);
	}
}

/**
 * Runs a script in Node.js 24 that ends by itself in good order when it is interrupted: we wait for that.
 *
 * @param {string} file from the repository's root
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function runInNode24(file, args) {
	const child = spawn(findNode24(), [path.join(root, file), ...args], {
		cwd: root,
		stdio: 'inherit',
	});
	// In a terminal Ctrl-C reaches the child as well.
	process.on('SIGINT', () => {});
	process.on('SIGTERM', () => child.kill());
	return await exitCodeOf(child);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} 1 when a signal has ended it
 */
export async function exitCodeOf(child) {
	return await new Promise((resolve, reject) => {
		child.on('exit', (code) => resolve(code ?? 1)).on('error', reject);
	});
}
