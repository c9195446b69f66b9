import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { StartFailure } from '../process/startFailure.mts';

const run = promisify(execFile);

/** Runs npm in the repository's root and returns what it printed. */
export async function npm(root: string, args: string[]): Promise<string> {
	// npm tells the scripts it runs where it is; started by hand, the one on PATH has to do.
	const cli = process.env.npm_execpath;
	const [program, first] = cli?.endsWith('npm-cli.js') ? [process.execPath, [cli]] : ['npm', []];
	try {
		const { stdout } = await run(program, [...first, ...args], {
			cwd: root,
			maxBuffer: 64e6,
			shell: process.platform === 'win32' && first.length === 0,
		});
		return stdout;
	} catch (error) {
		const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
		throw new StartFailure(
			`npm ${args.join(' ')} did not succeed. It printed:\n\n${stdout}${stderr}`,
		);
	}
}
