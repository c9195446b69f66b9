/**
 * The packed package in a real n8n, against the sandbox. Runs under Node.js 24; prints where everything is (a list of
 * connection.mts) on one line, and stops when its standard input closes.
 *
 *   node startHost.mts [pairs of n8n and sandbox, 1]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stopEverything } from '../../../tools/process/childProcess.mts';
import { DEMO_LOGIN, sandboxCredential } from '../../../tools/start/demo.mts';
import { installPackage } from '../../../tools/n8n/installPackage.mts';
import { createCredential } from '../../../tools/n8n/n8nApi.mts';
import { startN8n, type RunningN8n } from '../../../tools/n8n/n8nProcess.mts';
import { N8nSession } from '../../../tools/n8n/n8nSession.mts';
import { packPackage } from '../../../tools/n8n/packPackage.mts';
import { freePort } from '../../../tools/process/freePort.mts';
import { startSandbox } from '../../../tools/start/sandboxProcess.mts';
import type { Connection } from './connection.mts';

const root = path.resolve(import.meta.dirname, '../../..');
const node = process.execPath;
const logs = path.join(root, '.sandbox/logs');
const userFolders: string[] = [];

/** A folder of its own, so that pairs know nothing of each other. */
function newUserFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'whatsapp-commerce-e2e-'));
	userFolders.push(folder);
	return folder;
}

async function startPair(name: string, tarball: string): Promise<Connection> {
	const userFolder = newUserFolder();
	await installPackage(tarball, userFolder);
	const sandbox = await startSandbox({
		root,
		node,
		port: await freePort(),
		logFile: path.join(logs, `${name}-sandbox.log`),
	});
	const start = async (port: number, log: string) =>
		await startN8n({
			root,
			node,
			userFolder,
			port,
			brokerPort: await freePort(),
			logFile: path.join(logs, `${name}-${log}.log`),
		});
	const n8n = await start(await freePort(), 'n8n');
	const session = new N8nSession(n8n.url);
	await session.logIn(DEMO_LOGIN);
	return {
		n8nUrl: n8n.url,
		crashUrl: await offerCrashes(n8n, async (port) => await start(port, 'n8n-after-crash')),
		n8nCookie: session.cookie,
		sandboxUrl: sandbox.url,
		credentialId: await createCredential(session, sandboxCredential(sandbox.url)),
	};
}

/** A POST to the address kills n8n as kill -9 does, and starts it again at the same place with the same data. */
async function offerCrashes(
	first: RunningN8n,
	startAgain: (port: number) => Promise<RunningN8n>,
): Promise<string> {
	let n8n = first;
	const port = Number(new URL(first.url).port);
	const server = createServer((_request, response) => {
		const again = async () => {
			await n8n.kill();
			n8n = await startAgain(port);
		};
		again().then(
			() => response.writeHead(204).end(),
			(error) => response.writeHead(500).end(String(error)),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function stop(code: number): Promise<never> {
	await stopEverything();
	for (const folder of userFolders) rmSync(folder, { recursive: true, force: true });
	process.exit(code);
}

process.stdin.on('end', () => void stop(0)).resume();
try {
	const tarball = await packPackage(root);
	const pairs = Array.from({ length: Number(process.argv[2] ?? 1) }, (_, index) => index + 1);
	const started = pairs.map(async (pair) => await startPair(`e2e-${pair}`, tarball));
	console.log(JSON.stringify(await Promise.all(started)));
} catch (error) {
	console.error(error);
	await stop(1);
}
