/** Runs a bench of test/bench with the Node.js 24 that n8n needs: `npm run bench:send -- a b --json`. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { findNode24 } from './node24.mjs';
import { root } from './root.mjs';

const [name, ...words] = process.argv.slice(2);
const script = path.join(root, 'test/bench', `${name}.mts`);
const child = spawn(findNode24(), [script, ...words], { cwd: root, stdio: 'inherit' });
process.on('SIGTERM', () => child.kill());
child.on('exit', (code) => process.exit(code ?? 1));
