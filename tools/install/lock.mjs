import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @param {string} folder */
export function lockHash(folder) {
	return createHash('sha256')
		.update(readFileSync(path.join(folder, 'package-lock.json')))
		.digest('hex');
}

/**
 * Whether what npm last installed in a folder is what the lock file asks for. npm writes its own record
 * (node_modules/.package-lock.json) last, so an interrupted install has none.
 *
 * @param {string} folder
 */
export function isInstalled(folder) {
	const record = path.join(folder, 'node_modules/.package-lock.json');
	if (!existsSync(record)) return false;
	const installed = readPackages(record);
	const wanted = readPackages(path.join(folder, 'package-lock.json'));
	return Object.entries(wanted).every(
		([place, { version, optional }]) =>
			place === '' || (installed[place] ? installed[place].version === version : optional === true),
	);
}

/**
 * @param {string} file
 * @returns {Record<string, { version: string, optional?: boolean }>} by their place
 */
function readPackages(file) {
	return JSON.parse(readFileSync(file, 'utf8')).packages;
}
