import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { N8nSession } from '../n8n/n8nSession.mts';
import type { Connection } from '../../test/support/n8n/connection.mts';
import { SandboxClient } from '../../test/support/n8n/sandboxClient.mts';

const host = path.resolve(import.meta.dirname, '../../test/support/n8n/startHost.mts');

export interface Surroundings {
	n8n: N8nSession;
	sandbox: SandboxClient;
	credentialId: string;
	stop(): Promise<void>;
}

/** The n8n and the sandbox of the e2e tests, with the package as it would be published. */
export async function startN8nAndSandbox(): Promise<Surroundings> {
	// It stops when its input closes, thus also when this process is killed.
	const child = spawn(process.execPath, [host], { stdio: ['pipe', 'pipe', 'inherit'] });
	const ended = once(child, 'exit');
	const ready = once(createInterface({ input: child.stdout }), 'line');
	const first = await Promise.race([ready, ended.then(() => undefined)]);
	if (!first) throw new Error('n8n and the sandbox could not be started; the reason is above.');
	const [pair] = JSON.parse(String(first[0])) as [Connection];
	const { n8nUrl, n8nCookie, sandboxUrl, credentialId } = pair;
	return {
		n8n: new N8nSession(n8nUrl, n8nCookie),
		sandbox: new SandboxClient(sandboxUrl),
		credentialId,
		async stop() {
			child.stdin.end();
			await ended;
		},
	};
}
