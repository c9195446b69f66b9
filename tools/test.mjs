/**
 * `npm test`: everything, from a clean clone with nothing installed. Plain JavaScript without dependencies.
 *
 *   npm test                      all steps
 *   npm test -- unit engine       some steps, and what they need installed
 *   npm test -- --list            the names of the steps
 */
import { requireNode20 } from './nodeVersion.mjs';
import { StartFailure } from './startFailure.mjs';

requireNode20();
// Only now: an older Node.js could not even load these.
const { buildPhonePage, installN8nHost, installProject, installSandbox } = await import(
	'./install/everything.mjs'
);
const { runJest, runScale, runScript } = await import('./test/commands.mjs');
const { countsLine, summary } = await import('./test/summary.mjs');

const PROJECT = [installProject];
const SANDBOX = [installProject, installSandbox, buildPhonePage];
const N8N = [...SANDBOX, installN8nHost];

const STEPS = [
	{ name: 'lint', needs: PROJECT, run: () => runScript('lint') },
	{ name: 'typecheck', needs: SANDBOX, run: () => runScript('typecheck') },
	{ name: 'build', needs: PROJECT, run: () => runScript('build') },
	{ name: 'scan', needs: PROJECT, run: () => runScript('scan') },
	...['unit', 'unit-zod4'].map((name) => ({ name, needs: PROJECT, run: () => runJest(name) })),
	...['engine', 'trigger', 'package', 'sandbox', 'phone'].map((name) => ({
		name,
		needs: SANDBOX,
		run: () => runJest(name),
	})),
	{ name: 'e2e', needs: N8N, run: () => runJest('e2e', '--runInBand') },
	{ name: 'scale', needs: N8N, run: runScale },
];

const chosen = process.argv.slice(2);
if (chosen.includes('--list')) {
	console.log(STEPS.map(({ name }) => name).join('\n'));
	process.exit(0);
}
const unknown = chosen.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
	console.error(
		`There is no step ${unknown.join(', ')}. The steps: ${STEPS.map(({ name }) => name).join(', ')}`,
	);
	process.exit(1);
}

const results = [];
for (const step of STEPS.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
	console.log(`\n━━━ ${step.name} ${'━'.repeat(70 - step.name.length)}`);
	const started = Date.now();
	const result = await runStep(step);
	results.push({ name: step.name, seconds: (Date.now() - started) / 1000, ...result });
	if (!result.ok) break;
}

const allPassed = results.every(({ ok }) => ok);
console.log(summary(results));
// CI reads the counts from the last line.
console.log(countsLine(results));
process.exit(allPassed ? 0 : 1);

async function runStep({ needs, run }) {
	try {
		for (const install of needs) await install();
		return await run();
	} catch (error) {
		console.error(`\n${error instanceof StartFailure ? error.message : error.stack}`);
		return { ok: false };
	}
}
