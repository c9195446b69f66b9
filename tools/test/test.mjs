import { explanationOf } from '../startFailure.mjs';
import { STEPS } from './steps.mjs';
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
	for (const step of STEPS.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
		console.log(`\n━━━ ${step.name} ${'━'.repeat(70 - step.name.length)}`);
		const started = Date.now();
		const result = await runStep(step);
		results.push({ name: step.name, seconds: (Date.now() - started) / 1000, ...result });
		if (!result.ok) break;
	}
	console.log(summary(results));
	// CI reads the counts from the last line.
	console.log(countsLine(results));
	return results.every(({ ok }) => ok) ? 0 : 1;
}

/** @param {import('./steps.mjs').Step} step */
async function runStep({ needs, run }) {
	try {
		for (const install of needs) await install();
		return await run();
	} catch (error) {
		console.error(`\n${explanationOf(error)}`);
		return { ok: false };
	}
}
