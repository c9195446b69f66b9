import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findNode24 } from '../node24.mjs';
import { root } from '../root.mjs';
import { runNpm } from './npm.mjs';

const sandbox = path.join(root, 'sandbox');
const page = path.join(sandbox, 'phone');
const built = path.join(page, 'dist');
const marker = path.join(built, '.built-from');

/** The sandbox's page, built by Vite when its sources or what they are built with have changed. */
export async function buildPhonePage() {
	const sources = fingerprint();
	if (existsSync(marker) && readFileSync(marker, 'utf8') === sources) return;
	await runNpm({
		what: 'Building the phone page (a few seconds)',
		args: ['run', 'build:phone'],
		folder: sandbox,
		logName: 'build-phone',
		node: findNode24(),
	});
	// Written last and into the built folder, which Vite empties first: a build that broke off is done again.
	writeFileSync(marker, sources);
}

function fingerprint() {
	const hash = createHash('sha256').update(readFileSync(path.join(sandbox, 'package-lock.json')));
	for (const file of filesIn(page))
		hash
			.update(`${path.relative(page, file)}\0`)
			.update(readFileSync(file))
			.update('\0');
	return hash.digest('hex');
}

function filesIn(folder) {
	return readdirSync(folder, { withFileTypes: true })
		.filter(({ name }) => path.join(folder, name) !== built)
		.sort((one, other) => (one.name < other.name ? -1 : 1))
		.flatMap((entry) => {
			const place = path.join(folder, entry.name);
			return entry.isDirectory() ? filesIn(place) : [place];
		});
}
