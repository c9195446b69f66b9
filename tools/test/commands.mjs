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
 * @param {import('node:child_process').StdioOptions} [stdio]
 */
export async function runScript(name, stdio) {
	return { ok: (await runNpm(['run', '--silent', name], { stdio })) === 0 };
}

/**
 * Some of jest's projects in one run of jest, whose two workers share the files of all of them.
 *
 * @param {string[]} projects
 * @returns {Promise<import('./summary.mjs').Outcome[]>} of each project; its seconds are those of its files together
 */
export async function runProjects(projects) {
	const file = path.join(root, '.sandbox/test-counts.json');
	mkdirSync(path.dirname(file), { recursive: true });
	rmSync(file, { force: true });
	const reporters = ['default', path.join(root, 'tools/test/projectCounts.cjs')];
	const code = await runJest(
		[
			'--selectProjects',
			...projects,
			'--maxWorkers=2',
			...reporters.map((one) => `--reporters=${one}`),
		],
		{ TEST_COUNTS: file },
	);
	/** @type {Record<string, Omit<import('./summary.mjs').Outcome, 'ok'>>} */
	const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
	const hasFailed = Object.values(counts).some(({ failed }) => failed);
	return projects.map((project) => ({
		...counts[project],
		// jest can also fail without a failed test, for instance where a browser cannot be started.
		ok: counts[project]?.failed === 0 && (code === 0 || hasFailed),
	}));
}

/** As automake's tests say that they were skipped: bench/scale/scale.mts does where PostgreSQL, Redis or HAProxy is missing. */
const SKIPPED = 77;

/**
 * Queue mode in small. It counts as one test.
 *
 * @param {import('node:child_process').StdioOptions} [stdio]
 */
export async function runScale(stdio) {
	const file = path.join(root, 'bench/scale/scale.mts');
	const code = await runProgram(findNode24(), [file, '--quick', '--skip-where-missing'], { stdio });
	return {
		ok: code === 0 || code === SKIPPED,
		passed: Number(code === 0),
		failed: Number(code !== 0 && code !== SKIPPED),
		skipped: Number(code === SKIPPED),
	};
}
