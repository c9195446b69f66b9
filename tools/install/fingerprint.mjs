import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The same text for the same files: tells whether what is made from them has to be made again.
 *
 * @param {string} folder
 * @param {string[]} places files and folders in it; missing ones count as empty
 * @param {string} [leftOut] a folder in one of these
 */
export function fingerprint(folder, places, leftOut) {
	const hash = createHash('sha256');
	for (const file of places.flatMap((place) => filesIn(folder, place, leftOut))) {
		hash
			.update(`${file}\0`)
			.update(readFileSync(path.join(folder, file)))
			.update('\0');
	}
	return hash.digest('hex');
}

/**
 * @param {string} folder
 * @param {string} place
 * @param {string | undefined} leftOut
 * @returns {string[]}
 */
function filesIn(folder, place, leftOut) {
	const full = path.join(folder, place);
	if (place === leftOut || !existsSync(full)) return [];
	if (statSync(full).isFile()) return [place];
	return readdirSync(full)
		.sort()
		.flatMap((name) => filesIn(folder, path.posix.join(place, name), leftOut));
}
