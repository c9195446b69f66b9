import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findNode24 } from '../node24.mjs';
import { runNpm } from '../process/npm.mjs';
import { runProgram } from '../process/runProgram.mjs';
import { root } from '../root.mjs';
import { runJest } from './runJest.mjs';

/**
 * A script of the root package.json.
 *
 * @param {string} name
 */
export async function runScript(name) {
	return { ok: (await runNpm(['run', '--silent', name])) === 0 };
}

/**
 * One of jest's projects, with the counts of its tests.
 *
 * @param {string} project
 * @param {string[]} flags
 */
export async function runProject(project, ...flags) {
	const outputFile = path.join(root, '.sandbox/test-results', `${project}.json`);
	mkdirSync(path.dirname(outputFile), { recursive: true });
	rmSync(outputFile, { force: true });
	const options = ['--selectProjects', project, '--json', '--outputFile', outputFile];
	const code = await runJest([...options, ...flags]);
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
	const code = await runProgram(findNode24(), [file, '--quick', '--skip-where-missing']);
	return {
		ok: code === 0 || code === SKIPPED,
		passed: Number(code === 0),
		failed: Number(code !== 0 && code !== SKIPPED),
		skipped: Number(code === SKIPPED),
	};
}
