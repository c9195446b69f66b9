import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findNode24 } from '../node24.mjs';
import { root } from '../root.mjs';
import { fingerprint } from './fingerprint.mjs';
import { npmStep } from './npmStep.mjs';

const sandbox = path.join(root, 'sandbox');
const marker = path.join(sandbox, 'phone/dist/.built-from');

/** The sandbox's page, built by Vite when its sources or what they are built with have changed. */
export async function buildPhonePage() {
	const sources = fingerprint(sandbox, ['package-lock.json', 'phone'], 'phone/dist');
	if (existsSync(marker) && readFileSync(marker, 'utf8') === sources) return;
	await npmStep({
		what: 'Building the phone page (a few seconds)',
		args: ['run', 'build:phone'],
		folder: sandbox,
		logName: 'build-phone',
		node: findNode24(),
	});
	// Written last and into the built folder, which Vite empties first: an interrupted build is done again.
	writeFileSync(marker, sources);
}
