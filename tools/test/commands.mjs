import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findNode24 } from '../node24.mjs';
import { root } from '../root.mjs';

/** A script of the root package.json. */
export async function runScript(name) {
	return { ok: (await run(npmCommand(['run', '--silent', name]))) === 0 };
}

/** One of jest's projects, with the counts of its tests. */
export async function runJest(project, ...flags) {
	const outputFile = path.join(root, '.sandbox/test-results', `${project}.json`);
	mkdirSync(path.dirname(outputFile), { recursive: true });
	rmSync(outputFile, { force: true });
	const code = await run([
		process.execPath,
		path.join(root, 'node_modules/jest/bin/jest.js'),
		'--selectProjects',
		project,
		'--json',
		'--outputFile',
		outputFile,
		...flags,
	]);
	const {
		numPassedTests = 0,
		numFailedTests = 0,
		numPendingTests = 0,
	} = existsSync(outputFile) ? JSON.parse(readFileSync(outputFile, 'utf8')) : {};
	return {
		ok: code === 0,
		passed: numPassedTests,
		failed: numFailedTests,
		skipped: numPendingTests,
	};
}

/** As automake's tests say that they were skipped: bench/scale/scale.mts does where PostgreSQL, Redis or HAProxy is missing. */
const SKIPPED = 77;

/** Queue mode in small. It counts as one test. */
export async function runScale() {
	const file = path.join(root, 'bench/scale/scale.mts');
	const code = await run([findNode24(), file, '--quick', '--skip-where-missing']);
	return {
		ok: code === 0 || code === SKIPPED,
		passed: Number(code === 0),
		failed: Number(code !== 0 && code !== SKIPPED),
		skipped: Number(code === SKIPPED),
	};
}

/** npm tells the scripts it runs where it is; started by hand, the one on PATH has to do. */
function npmCommand(args) {
	const cli = process.env.npm_execpath;
	return cli?.endsWith('npm-cli.js') ? [process.execPath, cli, ...args] : ['npm', ...args];
}

function run([program, ...args]) {
	const child = spawn(program, args, {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: program === 'npm' && process.platform === 'win32',
	});
	return new Promise((resolve, reject) =>
		child.on('exit', (code) => resolve(code ?? 1)).on('error', reject),
	);
}
