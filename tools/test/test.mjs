import { explanationOf } from '../startFailure.mjs';
import { runGroup } from './runGroup.mjs';
import { inGroups, STEPS } from './steps.mjs';
import { countsLine, summary } from './summary.mjs';

/**
 * `npm test`: everything, from a clean clone with nothing installed.
 *
 *   npm test                      all steps
 *   npm test -- unit engine       some steps, and what they need installed
 *   npm test -- --list            the names of the steps
 *
 * @param {string[]} chosen
 * @returns {Promise<number>} the exit code
 */
export async function test(chosen) {
	const names = STEPS.map(({ name }) => name);
	if (chosen.includes('--list')) {
		console.log(names.join('\n'));
		return 0;
	}
	const unknown = chosen.filter((name) => !names.includes(name));
	if (unknown.length > 0) {
		console.error(`There is no step ${unknown.join(', ')}. The steps: ${names.join(', ')}`);
		return 1;
	}

	/** @type {import('./summary.mjs').Result[]} */
	const results = [];
	const steps = STEPS.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
	const started = Date.now();
	for (const group of inGroups(steps)) {
		results.push(...(await installAndRun(group)));
		if (!results.every(({ ok }) => ok)) break;
	}
	console.log(summary(results, (Date.now() - started) / 1_000));
	// CI reads the counts from the last line.
	console.log(countsLine(results));
	return results.every(({ ok }) => ok) ? 0 : 1;
}

/**
 * @param {import('./steps.mjs').Step[]} group
 * @returns {Promise<import('./summary.mjs').Result[]>}
 */
async function installAndRun(group) {
	try {
		for (const install of new Set(group.flatMap(({ needs }) => needs))) await install();
		return await runGroup(group);
	} catch (error) {
		console.error(`\n${explanationOf(error)}`);
		return group.map(({ name }) => ({ name, ok: false, seconds: 0 }));
	}
}
