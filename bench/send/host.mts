/** A real n8n with the packed package, whose calls to Meta end at the sandbox. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEMO_LOGIN, sandboxCredential } from '../../tools/start/demo.mts';
import { freePort } from '../../tools/process/freePort.mts';
import { installPackage } from '../../tools/n8n/installPackage.mts';
import { createCredential } from '../../tools/n8n/n8nApi.mts';
import { startN8n } from '../../tools/n8n/n8nProcess.mts';
import { N8nSession } from '../../tools/n8n/n8nSession.mts';
import { packPackage } from '../../tools/n8n/packPackage.mts';
import { BUSINESS_ACCOUNT, TOKENS } from '../../sandbox/world/shop/world.mts';
import { processOfN8n, type ProcessOfN8n } from '../processOfN8n.mts';
import type { TlsProxy } from './tlsProxy.mts';

const root = path.resolve(import.meta.dirname, '../..');

export const META = 'graph.facebook.com';

export interface BenchHost {
	session: N8nSession;
	/** Credentials of our nodes and of n8n's own WhatsApp node. */
	ours: string;
	builtIn: string;
	/** The running n8n, as the system sees it. */
	process: ProcessOfN8n;
	/** n8n's SQLite database. */
	databaseFile: string;
	/** One of n8n's own metrics, such as `nodejs_heap_size_used_bytes`. */
	metric(name: string): Promise<number>;
	stop(): Promise<void>;
}

/** @param env further settings of n8n */
export async function startHost(
	name: string,
	proxy: TlsProxy,
	env: Record<string, string> = {},
): Promise<BenchHost> {
	const userFolder = mkdtempSync(path.join(tmpdir(), `whatsapp-commerce-bench-${name}-`));
	await installPackage(await packPackage(root), userFolder);
	const n8n = await startN8n({
		root,
		node: process.execPath,
		userFolder,
		port: await freePort(),
		brokerPort: await freePort(),
		logFile: path.join(root, `.sandbox/logs/bench-${name}.log`),
		env: {
			HTTPS_PROXY: proxy.url,
			NODE_EXTRA_CA_CERTS: proxy.caFile,
			N8N_METRICS: 'true',
			N8N_PAYLOAD_SIZE_MAX: '64',
			N8N_LOG_LEVEL: 'warn',
			...(process.argv.includes('--profile') && {
				NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${path.join(root, '.sandbox/profiles')}`,
			}),
			...env,
		},
	});
	const session = new N8nSession(n8n.url);
	await session.logIn(DEMO_LOGIN);
	return {
		session,
		ours: await createCredential(session, sandboxCredential(`https://${META}`)),
		builtIn: await createCredential(session, {
			name: 'Built-in WhatsApp',
			type: 'whatsAppApi',
			data: { accessToken: TOKENS.full.value, businessAccountId: BUSINESS_ACCOUNT.id },
		}),
		process: processOfN8n(userFolder),
		databaseFile: path.join(userFolder, '.n8n/database.sqlite'),
		async metric(name) {
			const text = await (await fetch(`${n8n.url}/metrics`)).text();
			return Number(new RegExp(`^n8n_${name} (\\S+)`, 'm').exec(text)?.[1] ?? NaN);
		},
		async stop() {
			await n8n.stop();
			rmSync(userFolder, { recursive: true, force: true });
		},
	};
}
