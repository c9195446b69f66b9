import { mkdtempSync, openSync, closeSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProjects } from './commands.mjs';

/**
 * @typedef {import('./steps.mjs').Step} Step
 * @typedef {import('./summary.mjs').Result} Result
 */

/** Checks at a time: the machine that this is tuned for has two cores. */
const AT_A_TIME = 2;

/**
 * Runs the steps of a group together.
 *
 * @param {Step[]} steps at least one, of the same group
 * @returns {Promise<Result[]>} in the order of the steps
 */
export async function runGroup(steps) {
	const projects = steps.flatMap(({ project = [] }) => project);
	const others = steps.filter(({ project }) => project === undefined);
	if (projects.length === 0 && steps.length === 1) {
		return await Promise.all(steps.map((step) => timed(step)));
	}
	const both = [timedProjects(projects), beside(others)];
	return (await Promise.all(both)).flat();
}

/**
 * @param {string[]} projects
 * @returns {Promise<Result[]>}
 */
async function timedProjects(projects) {
	if (projects.length === 0) return [];
	header(projects.join(', '));
	const started = Date.now();
	const outcomes = await runProjects(projects);
	const seconds = (Date.now() - started) / 1_000;
	// Together they took as long as jest did; each has its share of that.
	const together = outcomes.reduce((sum, one) => sum + (one.seconds ?? 0), 0);
	return projects.map((name, index) => {
		const outcome = outcomes[index] ?? { ok: false };
		const share = together === 0 ? 1 / projects.length : (outcome.seconds ?? 0) / together;
		return { ...outcome, name, seconds: seconds * share };
	});
}

/**
 * Steps beside each other; each shows what it has printed when it is done.
 *
 * @param {Step[]} steps
 * @returns {Promise<Result[]>}
 */
async function beside(steps) {
	/** @type {Map<Step, Result>} */
	const results = new Map();
	const left = [...steps];
	const worker = async () => {
		for (let step = left.shift(); step; step = left.shift()) {
			results.set(step, await timed(step, true));
		}
	};
	await Promise.all(Array.from({ length: AT_A_TIME }, worker));
	return steps.flatMap((step) => results.get(step) ?? []);
}

/**
 * @param {Step} step
 * @param {boolean} [isBeside] whether others print at the same time
 * @returns {Promise<Result>}
 */
async function timed(step, isBeside = false) {
	const started = Date.now();
	if (!isBeside) header(step.name);
	const outcome = isBeside ? await shownAtOnce(step) : await step.run?.();
	const seconds = (Date.now() - started) / 1_000;
	return { ...(outcome ?? { ok: false }), name: step.name, seconds };
}

/** @param {Step} step */
async function shownAtOnce(step) {
	const folder = mkdtempSync(path.join(tmpdir(), 'whatsapp-commerce-check-'));
	const file = path.join(folder, 'output');
	const output = openSync(file, 'w');
	try {
		const outcome = await step.run?.(['ignore', output, output]);
		header(step.name);
		process.stdout.write(readFileSync(file));
		return outcome;
	} finally {
		closeSync(output);
		rmSync(folder, { recursive: true });
	}
}

/** @param {string} name */
function header(name) {
	console.log(`\n━━━ ${name} ${'━'.repeat(Math.max(0, 70 - name.length))}`);
}
