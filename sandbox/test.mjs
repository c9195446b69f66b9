/**
 * `npm test` in this folder: the sandbox's own tests, which are the projects "sandbox" and "phone" of the repository's jest.
 * Further arguments are passed on to jest.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const jest = path.join(root, 'node_modules/jest/bin/jest.js');

if (!existsSync(jest)) {
	console.error(
		`The sandbox's tests run with the jest of the repository, which is not installed. In ${root} run: npm ci`,
	);
	process.exit(1);
}
// The arguments come first: what follows --selectProjects is read as names of projects.
const args = [jest, ...process.argv.slice(2), '--selectProjects', 'sandbox', 'phone'];
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
