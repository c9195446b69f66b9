import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fingerprint } from './fingerprint.mts';
import { npm } from './npm.mts';

/** Builds and packs the package, as it would be published, and returns the tarball; the last one if nothing has changed. */
export async function packPackage(root: string): Promise<string> {
	const folder = path.join(root, '.sandbox/package');
	const tarball = path.join(folder, `${fingerprint(root)}.tgz`);
	if (existsSync(tarball)) return tarball;

	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	await npm(root, ['run', 'build']);
	await npm(root, ['pack', '--pack-destination', folder]);
	const [packed = ''] = readdirSync(folder);
	renameSync(path.join(folder, packed), tarball);
	return tarball;
}
