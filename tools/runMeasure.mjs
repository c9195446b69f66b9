import { spawn } from 'node:child_process';
import path from 'node:path';

import { installN8nHost, installProject, installSandbox } from './install/everything.mjs';
import { findNode24 } from './node24.mjs';
import { root } from './root.mjs';

/**
 * Runs a measurement in Node.js 24, after installing what it needs, and ends as it ends.
 *
 * @param {string} file from the repository's root
 * @param {string[]} args
 */
export async function runMeasure(file, args) {
	for (const install of [installProject, installSandbox, installN8nHost]) await install();
	// It stops n8n itself when it is interrupted.
	const measure = spawn(findNode24(), [path.join(root, file), ...args], {
		cwd: root,
		stdio: 'inherit',
	});
	process.on('SIGINT', () => {});
	process.on('SIGTERM', () => measure.kill());
	measure.on('exit', (code) => process.exit(code ?? 1));
}
