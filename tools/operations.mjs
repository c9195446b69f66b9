/**
 * `npm run docs:operations`: writes what the documentation says about the nodes anew: the tables of operations and events from
 * their descriptions, the samples from what really comes out. The same tests then compare it (test/package).
 */
import { spawn } from 'node:child_process';
import path from 'node:path';

import { requireNode20 } from './nodeVersion.mjs';
import { root } from './root.mjs';

requireNode20();
// Only now: an older Node.js could not even load these.
const { installProject, installSandbox } = await import('./install/everything.mjs');

for (const install of [installProject, installSandbox]) await install();
const jest = path.join(root, 'node_modules/jest/bin/jest.js');
const tests = ['test/package/operations', 'test/package/samples', 'test/package/events'];
const run = spawn(
	process.execPath,
	[jest, '--selectProjects', 'package', '--runInBand', ...tests],
	{
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, WRITE_DOCS: 'yes' },
	},
);
run.on('exit', (code) => process.exit(code ?? 1));
