import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

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

/** The same text for the same sources: tells whether the package has to be built again. */
export function fingerprint(root: string): string {
	const hash = createHash('sha256');
	for (const file of SOURCES.flatMap((source) => filesIn(root, source))) {
		hash
			.update(`${file}\0`)
			.update(readFileSync(path.join(root, file)))
			.update('\0');
	}
	return hash.digest('hex').slice(0, 16);
}

function filesIn(root: string, place: string): string[] {
	const full = path.join(root, place);
	if (!existsSync(full)) return [];
	if (statSync(full).isFile()) return [place];
	return readdirSync(full)
		.sort()
		.flatMap((name) => filesIn(root, path.posix.join(place, name)));
}
