import path from 'node:path';
import { root } from '../root.mjs';
import { isInstalled } from './lock.mjs';
import { npmStep } from './npmStep.mjs';

/** What the package itself needs to be built, linted and tested. */
export async function installProject() {
	if (isInstalled(root)) return;
	await npmStep({
		what: 'Installing the project (about 90 seconds, 1 GB, once)',
		args: ['ci'],
		folder: root,
		logName: 'install-project',
	});
}

/** What the sandbox needs, and a Node.js 24 for machines with an older one. */
export async function installSandbox() {
	const folder = path.join(root, 'sandbox');
	if (isInstalled(folder)) return;
	await npmStep({
		what: 'Installing the sandbox (a few seconds, 200 MB, once)',
		args: ['ci'],
		folder,
		logName: 'install-sandbox',
	});
}
