/**
 * n8n and the sandbox need Node.js 24. Where the machine's own is older, the one that came with the sandbox's
 * dependencies (npm packages that hold nothing but a Node.js for one kind of machine) is used instead.
 *
 * Run as a script, it prints the path.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

const NEEDED_MAJOR = 24;

/** @returns {string} the program file of a Node.js 24 or newer */
export function findNode24() {
	if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return process.execPath;

	const sandbox = path.join(root, 'sandbox');
	const { optionalDependencies } = JSON.parse(
		readFileSync(path.join(sandbox, 'package.json'), 'utf8'),
	);
	// npm installs only the one that fits this machine.
	for (const name of Object.keys(optionalDependencies)) {
		for (const file of ['bin/node', 'bin/node.exe']) {
			const candidate = path.join(sandbox, 'node_modules', name, file);
			if (existsSync(candidate)) return candidate;
		}
	}
	throw new Error(
		`n8n needs Node.js 24, and this is ${process.versions.node} on ${process.platform} ${process.arch}, for which the sandbox brings none. Install Node.js 24 and run this again.`,
	);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(findNode24());
