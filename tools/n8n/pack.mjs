import { readdirSync } from 'node:fs';
import path from 'node:path';
import { runNpmQuietly } from '../process/npm.mjs';

/**
 * Packs what is built, as it would be published.
 *
 * @param {string} folder an empty one
 * @returns {Promise<string>} the tarball in it
 */
export async function pack(folder) {
	await runNpmQuietly(['pack', '--pack-destination', folder]);
	const [tarball = ''] = readdirSync(folder);
	return path.join(folder, tarball);
}
