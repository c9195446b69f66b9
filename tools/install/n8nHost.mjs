import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { findNode24 } from '../node24.mjs';
import { root } from '../root.mjs';
import { requireDiskSpace } from './diskSpace.mjs';
import { lockHash } from './lock.mjs';
import { npmStep } from './npmStep.mjs';

const NEEDED_GIGABYTES = 3.5;

const folder = path.join(root, 'tools/n8n');
const marker = path.join(folder, 'node_modules/.n8n-host-installed');

/** A real n8n, from its own lock file, with its one native part built for the Node.js that will run it. */
export async function installN8nHost() {
	const node = findNode24();
	const done = `${lockHash(folder)} ${abiOf(node)}\n`;
	if (existsSync(marker) && readFileSync(marker, 'utf8') === done) return;

	await requireDiskSpace(folder, NEEDED_GIGABYTES);
	await npmStep({
		what: 'Installing n8n (about 4 minutes, 2.9 GB, once)',
		args: ['ci'],
		folder,
		logName: 'install-n8n',
		node,
	});
	// Install scripts stay off for all the others: one of them downloads a prebuilt binary and fails where it cannot.
	await npmStep({
		what: "Building n8n's database driver (up to 2 minutes, once)",
		args: ['rebuild', 'sqlite3', '--ignore-scripts=false'],
		folder,
		logName: 'install-sqlite3',
		node,
	});
	// Written last and inside node_modules: an interrupted install leaves none and is done again.
	writeFileSync(marker, done);
}

/**
 * The version of Node's binary interface: what was compiled for one may not load in another.
 *
 * @param {string} node
 */
function abiOf(node) {
	return execFileSync(node, ['-p', 'process.versions.modules'], { encoding: 'utf8' }).trim();
}
