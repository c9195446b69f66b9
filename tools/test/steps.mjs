import {
	buildPhonePage,
	installN8nHost,
	installProject,
	installSandbox,
} from '../install/everything.mjs';
import { runScale, runScript } from './commands.mjs';

const PROJECT = [installProject];
const SANDBOX = [installProject, installSandbox, buildPhonePage];
const N8N = [...SANDBOX, installN8nHost];

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {Array<() => Promise<void>>} needs what has to be installed, in this order
 * @property {string} group neighbors of the same group run together
 * @property {string} [project] the project of jest that it is
 * @property {(stdio?: import('node:child_process').StdioOptions) => Promise<import('./summary.mjs').Outcome>} [run] for one
 * that is no project of jest
 */

/** @type {(name: string, needs: Step['needs'], script?: string) => Step} */
const check = (name, needs, script = name) => ({
	name,
	needs,
	group: 'checks',
	run: (stdio) => runScript(script, stdio),
});

/** @type {(name: string, needs: Step['needs'], group: string) => Step} */
const project = (name, needs, group) => ({ name, needs, group, project: name });

/**
 * The steps of `npm test` in their order; of the checks those first that take longest.
 *
 * @type {Step[]}
 */
export const STEPS = [
	check('lint:types', SANDBOX),
	check('lint', PROJECT),
	check('typecheck', SANDBOX),
	check('format', PROJECT, 'format:check'),
	check('knip', SANDBOX),
	{ name: 'build', needs: PROJECT, group: 'build', run: () => runScript('build') },
	{ name: 'scan', needs: PROJECT, group: 'scan', run: () => runScript('scan') },
	...['unit', 'unit-zod4'].map((name) => project(name, PROJECT, 'tests')),
	...['engine', 'trigger', 'package', 'sandbox', 'phone'].map((name) =>
		project(name, SANDBOX, 'tests'),
	),
	// Most of the time it waits, as these tests do.
	{ name: 'scale', needs: N8N, group: 'tests', run: runScale },
	project('e2e', N8N, 'e2e'),
];

/**
 * The steps in groups, as they run.
 *
 * @param {Step[]} steps
 */
export function inGroups(steps) {
	/** @type {Step[][]} */
	const groups = [];
	for (const step of steps) {
		const last = groups.at(-1);
		if (last?.[0]?.group === step.group) last.push(step);
		else groups.push([step]);
	}
	return groups;
}
