import {
	buildPhonePage,
	installN8nHost,
	installProject,
	installSandbox,
} from '../install/everything.mjs';
import { runProject, runScale, runScript } from './commands.mjs';

const PROJECT = [installProject];
const SANDBOX = [installProject, installSandbox, buildPhonePage];
const N8N = [...SANDBOX, installN8nHost];

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {Array<() => Promise<void>>} needs what has to be installed, in this order
 * @property {() => Promise<import('./summary.mjs').Outcome>} run
 */

/**
 * The steps of `npm test` in their order.
 *
 * @type {Step[]}
 */
export const STEPS = [
	{ name: 'format', needs: PROJECT, run: () => runScript('format:check') },
	{ name: 'lint', needs: PROJECT, run: () => runScript('lint') },
	{ name: 'typecheck', needs: SANDBOX, run: () => runScript('typecheck') },
	{ name: 'lint:types', needs: SANDBOX, run: () => runScript('lint:types') },
	{ name: 'knip', needs: SANDBOX, run: () => runScript('knip') },
	{ name: 'build', needs: PROJECT, run: () => runScript('build') },
	{ name: 'scan', needs: PROJECT, run: () => runScript('scan') },
	...['unit', 'unit-zod4'].map((name) => ({ name, needs: PROJECT, run: () => runProject(name) })),
	...['engine', 'trigger', 'package', 'sandbox', 'phone'].map((name) => ({
		name,
		needs: SANDBOX,
		run: () => runProject(name),
	})),
	{ name: 'e2e', needs: N8N, run: () => runProject('e2e', '--runInBand') },
	{ name: 'scale', needs: N8N, run: runScale },
];
