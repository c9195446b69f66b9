/** What `npm start` does once everything is installed. Runs under Node.js 24 (see start.mjs). */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CUSTOMERS } from '../../sandbox/world/shop/world.mts';
import { lastWords, stopEverything, type RunningProgram } from '../process/childProcess.mts';
import { freePort } from '../process/freePort.mts';
import { DEMO_LOGIN, prepareDemo } from './demo.mts';
import { forgetCallback } from './forgetCallback.mts';
import { installPackage } from '../n8n/installPackage.mts';
import { startN8n } from '../n8n/n8nProcess.mts';
import { N8nSession } from '../n8n/n8nSession.mts';
import { packPackage } from '../n8n/packPackage.mts';
import { showProgress } from '../process/progress.mjs';
import { explanationOf, StartFailure } from '../startFailure.mjs';
import { readyText } from './readyText.mts';
import { startSandbox } from './sandboxProcess.mts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, '.sandbox');
const n8nFolder = path.join(folder, 'n8n');
const stateFolder = path.join(folder, 'sandbox');
const node = process.execPath;

/** In the ready workflow's list, so that the first order is for something that was offered. */
const FIRST_SKU = 'BAK-SOURDOUGH';

/** As start.mjs has read and checked them (options.mjs). */
interface StartOptions {
	sandboxPort: number;
	n8nPort: number;
	fresh: boolean;
}

async function start({ sandboxPort, n8nPort, fresh }: StartOptions): Promise<RunningProgram[]> {
	if (fresh)
		for (const old of [n8nFolder, stateFolder]) rmSync(old, { recursive: true, force: true });
	const isFirstStart = !existsSync(n8nFolder);
	mkdirSync(n8nFolder, { recursive: true });

	await showProgress('Package built, packed and installed into n8n', async () => {
		await installPackage(await packPackage(root), n8nFolder);
	});
	// First the sandbox: n8n registers the webhooks of published workflows as soon as it is up.
	const sandbox = await showProgress('Sandbox started', async () => {
		const running = await startSandbox({
			root,
			node,
			port: sandboxPort,
			logFile: path.join(folder, 'logs/sandbox.log'),
			keep: stateFolder,
		});
		await forgetCallback(running.url);
		return running;
	});
	const n8n = await showProgress(
		isFirstStart ? 'n8n started (the first time it sets up its database)' : 'n8n started',
		async () =>
			await startN8n({
				root,
				node,
				userFolder: n8nFolder,
				port: n8nPort,
				brokerPort: await freePort(),
				logFile: path.join(folder, 'logs/n8n.log'),
			}),
	);
	const workflow = await showProgress('Credential and workflow set up and published', async () => {
		const session = new N8nSession(n8n.url);
		await session.logIn(DEMO_LOGIN);
		return await prepareDemo(session, root, sandbox.url, path.join(n8nFolder, 'demo.json'));
	});

	const editorUrl = `http://localhost:${n8nPort}`;
	console.log(
		readyText({
			editorUrl,
			workflowUrl: `${editorUrl}/workflow/${workflow.id}`,
			sandboxUrl: sandbox.url,
			...DEMO_LOGIN,
			customer: CUSTOMERS[0]?.phone ?? '',
			sku: FIRST_SKU,
			portOption: sandboxPort === 4010 ? '' : ` --port ${sandboxPort}`,
		}),
	);
	return [sandbox, n8n];
}

let stopping = false;

async function stop(): Promise<void> {
	if (stopping) return;
	stopping = true;
	console.log('\nStopping n8n and the sandbox …');
	await stopEverything();
	console.log('Stopped.');
	process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
	process.on(signal, () => void stop());
// start.mjs holds the other end: it is gone, so nobody is left to stop us.
process.stdin.on('end', () => void stop()).resume();

/** Until one of the programs ends. */
async function run(options: StartOptions): Promise<void> {
	try {
		const programs = await start(options);
		const ended = await Promise.race(
			programs.map(async (program) => await program.ended.then(() => program)),
		);
		if (stopping) return;
		throw new StartFailure(`${ended.name} has stopped by itself. ${lastWords(ended)}`);
	} catch (error) {
		if (stopping) return;
		console.error(`\n${explanationOf(error)}\n`);
		await stopEverything();
		process.exit(1);
	}
}

await run(JSON.parse(process.argv[2] ?? '{}') as StartOptions);
