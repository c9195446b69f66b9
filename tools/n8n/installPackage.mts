import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

export const PACKAGE_NAME = 'n8n-nodes-whatsapp-commerce';

/** Unpacks the tarball where n8n keeps the community nodes that a user installs, so that what runs is what is published. */
export async function installPackage(tarball: string, userFolder: string): Promise<void> {
	const folder = path.join(userFolder, '.n8n/nodes/node_modules', PACKAGE_NAME);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	// Part of every Linux, of macOS and of Windows 10.
	await promisify(execFile)('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
}
