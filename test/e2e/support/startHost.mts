/**
 * The packed package in a real n8n, against the sandbox. Runs under Node.js 24; prints where everything is (connection.mts)
 * on one line, and stops when its standard input closes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stopEverything } from '../../../sandbox/start/childProcess.mts';
import { DEMO_LOGIN, sandboxCredential } from '../../../sandbox/start/demo.mts';
import { installPackage } from '../../../sandbox/start/installPackage.mts';
import { createCredential } from '../../../sandbox/start/n8nApi.mts';
import { startN8n } from '../../../sandbox/start/n8nProcess.mts';
import { N8nSession } from '../../../sandbox/start/n8nSession.mts';
import { packPackage } from '../../../sandbox/start/packPackage.mts';
import { freePort } from '../../../sandbox/start/freePort.mts';
import { startSandbox } from '../../../sandbox/start/sandboxProcess.mts';
import type { Connection } from './connection.mts';

const root = path.resolve(import.meta.dirname, '../../..');
const node = process.execPath;
const logs = path.join(root, '.sandbox/logs');
const userFolder = mkdtempSync(path.join(tmpdir(), 'whatsapp-commerce-e2e-'));

async function start(): Promise<Connection> {
	await installPackage(await packPackage(root), userFolder);
	const sandbox = await startSandbox({
		root,
		node,
		port: await freePort(),
		logFile: path.join(logs, 'e2e-sandbox.log'),
	});
	const n8n = await startN8n({
		root,
		node,
		userFolder,
		port: await freePort(),
		brokerPort: await freePort(),
		logFile: path.join(logs, 'e2e-n8n.log'),
	});
	const session = new N8nSession(n8n.url);
	await session.logIn(DEMO_LOGIN);
	return {
		n8nUrl: n8n.url,
		n8nCookie: session.cookie,
		sandboxUrl: sandbox.url,
		credentialId: await createCredential(session, sandboxCredential(sandbox.url)),
	};
}

async function stop(code: number): Promise<never> {
	await stopEverything();
	rmSync(userFolder, { recursive: true, force: true });
	process.exit(code);
}

process.stdin.on('end', () => void stop(0)).resume();
try {
	console.log(JSON.stringify(await start()));
} catch (error) {
	console.error(error);
	await stop(1);
}
