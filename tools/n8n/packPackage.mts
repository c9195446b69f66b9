import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fingerprint } from '../install/fingerprint.mjs';
import { runNpmQuietly } from '../process/npm.mjs';
import { pack } from './pack.mjs';

/** Everything that decides what the package holds. */
const SOURCES = [
	'nodes',
	'credentials',
	'icons',
	'package.json',
	'package-lock.json',
	'tsconfig.json',
	'gulpfile.js',
	'README.md',
	'LICENSE',
];

/** Builds and packs the package, as it would be published, and returns the tarball; the last one if nothing has changed. */
export async function packPackage(root: string): Promise<string> {
	const folder = path.join(root, '.sandbox/package');
	const tarball = path.join(folder, `${fingerprint(root, SOURCES).slice(0, 16)}.tgz`);
	if (existsSync(tarball)) return tarball;

	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	await runNpmQuietly(['run', 'build']);
	renameSync(await pack(folder), tarball);
	return tarball;
}
