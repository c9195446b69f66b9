import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { buildPhonePage } from '../../../tools/install/everything.mjs';
import { findNode24 } from '../../../tools/node24.mjs';
import { root } from '../../../tools/root.mjs';

/**
 * Starts n8n and the sandbox, a pair for each of jest's workers, once for all e2e tests. Plain JavaScript and a process of its own, because jest runs on the
 * machine's own Node.js and loads this file without transforming it.
 */
export default async function globalSetup({ maxWorkers }) {
	// The sandbox serves it.
	await buildPhonePage();
	const script = path.join(root, 'test/support/n8n/startHost.mts');
	const host = spawn(findNode24(), [script, String(maxWorkers)], {
		cwd: root,
		// It stops when its input closes, thus also when jest is killed.
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const ended = once(host, 'exit');
	globalThis.stopE2eHost = async () => {
		host.stdin.end();
		await ended;
	};
	const ready = once(createInterface({ input: host.stdout }), 'line');
	const first = await Promise.race([ready, ended.then(() => undefined)]);
	if (!first) throw new Error('n8n and the sandbox could not be started; the reason is above.');
	process.env.WHATSAPP_COMMERCE_E2E = first[0];
}
