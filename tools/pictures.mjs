/**
 * Takes the pictures in docs/ anew, from the real editor and the phone page. Needs a Chromium (CHROMIUM names another one).
 *
 *   npm run pictures                           all of them
 *   npm run pictures -- editor-send phone-cart some of them
 *   npm run pictures -- --list                 their names
 */
import { spawn } from 'node:child_process';
import path from 'node:path';

import { requireNode20 } from './nodeVersion.mjs';
import { root } from './root.mjs';

requireNode20();
// Only now: an older Node.js could not even load these.
const { buildPhonePage, installN8nHost, installProject, installSandbox } = await import(
	'./install/everything.mjs'
);
const { findNode24 } = await import('./node24.mjs');

const needs = [installProject, installSandbox, buildPhonePage, installN8nHost];
for (const install of needs) await install();
const script = path.join(root, 'tools/pictures/main.mts');
const pictures = spawn(findNode24(), [script, ...process.argv.slice(2)], {
	cwd: root,
	stdio: 'inherit',
});
pictures.on('exit', (code) => process.exit(code ?? 1));
