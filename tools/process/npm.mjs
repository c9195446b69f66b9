import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../root.mjs';
import { StartFailure } from '../startFailure.mjs';
import { runProgram } from './runProgram.mjs';

/** Bytes; a build with many complaints prints a lot. */
const LARGEST_OUTPUT = 64e6;

/**
 * Runs npm to its end; it prints where we print.
 *
 * @param {string[]} args
 * @param {object} [run]
 * @param {string} [run.folder] default: the repository's root
 * @param {string} [run.node] the Node.js that npm itself and the scripts it runs are to use
 * @param {import('node:child_process').StdioOptions} [run.stdio]
 * @returns {Promise<number>} its exit code
 */
export async function runNpm(
	args,
	{ folder = root, node = process.execPath, stdio = ['ignore', 'inherit', 'inherit'] } = {},
) {
	const { program, first, shell } = npmCommand(node);
	return await runProgram(program, [...first, ...args], {
		cwd: folder,
		env: { ...process.env, PATH: [path.dirname(node), process.env.PATH].join(path.delimiter) },
		stdio,
		shell,
	});
}

/**
 * Runs npm in the repository's root without showing what it prints.
 *
 * @param {string[]} args
 * @throws {StartFailure} with all that it has printed
 */
export async function runNpmQuietly(args) {
	const { program, first, shell } = npmCommand(process.execPath);
	try {
		await promisify(execFile)(program, [...first, ...args], {
			cwd: root,
			maxBuffer: LARGEST_OUTPUT,
			shell,
		});
	} catch (error) {
		const { stdout = '', stderr = '' } = /** @type {{ stdout?: string, stderr?: string }} */ (
			error
		);
		throw new StartFailure(
			`npm ${args.join(' ')} did not succeed. It printed:\n\n${stdout}${stderr}`,
		);
	}
}

/**
 * npm tells the scripts it runs where it is; started by hand, the one on PATH has to do.
 *
 * @param {string} node
 */
function npmCommand(node) {
	const cli = process.env.npm_execpath;
	return cli?.endsWith('npm-cli.js')
		? { program: node, first: [cli], shell: false }
		: { program: 'npm', first: [], shell: process.platform === 'win32' };
}
