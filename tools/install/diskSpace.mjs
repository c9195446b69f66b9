import { statfs } from 'node:fs/promises';
import { StartFailure } from '../startFailure.mjs';

const GIGABYTE = 1e9;

/**
 * @param {string} folder
 * @param {number} neededGigabytes
 */
export async function requireDiskSpace(folder, neededGigabytes) {
	const { bavail, bsize } = await statfs(folder);
	const free = (bavail * bsize) / GIGABYTE;
	if (free >= neededGigabytes) return;
	throw new StartFailure(
		`n8n needs about ${neededGigabytes} GB of disk space, and ${free.toFixed(1)} GB are free here. Free some space and run this again.`,
	);
}
