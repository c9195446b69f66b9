/** A real n8n with the packed package, whose calls to Meta end at the sandbox. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEMO_LOGIN, sandboxCredential } from '../../../sandbox/start/demo.mts';
import { freePort } from '../../../sandbox/start/freePort.mts';
import { installPackage } from '../../../sandbox/start/installPackage.mts';
import { createCredential } from '../../../sandbox/start/n8nApi.mts';
import { startN8n } from '../../../sandbox/start/n8nProcess.mts';
import { N8nSession } from '../../../sandbox/start/n8nSession.mts';
import { packPackage } from '../../../sandbox/start/packPackage.mts';
import { BUSINESS_ACCOUNT, TOKENS } from '../../../sandbox/shop/world.mts';
import type { TlsProxy } from './tlsProxy.mts';

const root = path.resolve(import.meta.dirname, '../../..');

export const META = 'graph.facebook.com';

export interface BenchHost {
	session: N8nSession;
	/** Credentials of our nodes and of n8n's own WhatsApp node. */
	ours: string;
	builtIn: string;
	/** CPU seconds and resident megabytes of the n8n process so far. */
	usage(): Promise<{ cpu: number; megabytes: number }>;
	stop(): Promise<void>;
}

export async function startHost(name: string, proxy: TlsProxy): Promise<BenchHost> {
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
		async usage() {
			const text = await (await fetch(`${n8n.url}/metrics`)).text();
			const read = (metric: string) =>
				Number(new RegExp(`^n8n_${metric} (\\S+)`, 'm').exec(text)?.[1] ?? NaN);
			return {
				cpu: read('process_cpu_seconds_total'),
				megabytes: read('process_resident_memory_bytes') / 1_000_000,
			};
		},
		async stop() {
			await n8n.stop();
			rmSync(userFolder, { recursive: true, force: true });
		},
	};
}
