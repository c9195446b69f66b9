/**
 * `npm run bench:<name>`: test/bench/<name>.mts in Node.js 24, after installing what it needs.
 *
 *   node scripts/bench.mjs trigger [arguments …]
 */
import { spawn } from 'node:child_process';
import path from 'node:path';

import { requireNode20 } from './nodeVersion.mjs';
import { root } from './root.mjs';

requireNode20();
// Only now: an older Node.js could not even load these.
const { installN8nHost, installProject, installSandbox } = await import('./install/everything.mjs');
const { findNode24 } = await import('./node24.mjs');

const [name, ...rest] = process.argv.slice(2);
for (const install of [installProject, installSandbox, installN8nHost]) await install();
const file = path.join(root, 'test/bench', `${name}.mts`);
// It stops n8n itself when it is interrupted.
const bench = spawn(findNode24(), [file, ...rest], { cwd: root, stdio: 'inherit' });
process.on('SIGINT', () => {});
process.on('SIGTERM', () => bench.kill());
bench.on('exit', (code) => process.exit(code ?? 1));
