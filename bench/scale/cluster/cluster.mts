import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSandbox, type Sandbox } from '../../../sandbox/server/sandbox.mts';
import { stopEverything } from '../../../tools/process/childProcess.mts';
import { DEMO_LOGIN, sandboxCredential } from '../../../tools/start/demo.mts';
import { freePort } from '../../../tools/process/freePort.mts';
import { installPackage } from '../../../tools/n8n/installPackage.mts';
import {
	activate,
	createCredential,
	createWorkflow,
	type SavedWorkflow,
	type WorkflowFile,
} from '../../../tools/n8n/n8nApi.mts';
import type { N8nOptions } from '../../../tools/n8n/n8nProcess.mts';
import { N8nSession } from '../../../tools/n8n/n8nSession.mts';
import { packPackage } from '../../../tools/n8n/packPackage.mts';
import { Balancer } from './balancer.mts';
import { Member } from './member.mts';
import { DATABASE, Postgres } from './postgres.mts';
import { requirePrograms } from './programs.mts';
import { Redis } from './redis.mts';

const root = path.resolve(import.meta.dirname, '../../..');

/** n8n in queue mode: main, two workers and two webhook processes, on PostgreSQL and Redis, behind HAProxy. */
export class Cluster {
	readonly sandbox: Sandbox = createSandbox({ statusWebhooks: false });
	postgres!: Postgres;
	redis!: Redis;
	balancer!: Balancer;
	main!: Member;
	workers: Member[] = [];
	webhooks: Member[] = [];
	session!: N8nSession;
	/** Ids of the credentials, by their types. */
	credentials: Record<string, string> = {};
	sandboxUrl = '';
	private readonly folder = mkdtempSync(path.join(tmpdir(), 'whatsapp-commerce-scale-'));

	get members(): Member[] {
		return [this.main, ...this.workers, ...this.webhooks];
	}

	async start(): Promise<void> {
		const programs = requirePrograms();
		const tarball = await packPackage(root);
		const log = (name: string) => ({
			root,
			logFile: path.join(root, `.sandbox/logs/scale-${name}.log`),
		});
		this.sandboxUrl = await this.sandbox.listen();
		this.postgres = new Postgres(programs.postgresql, await freePort(), log('postgres'));
		this.redis = new Redis(programs.redis, await freePort(), log('redis'));
		await Promise.all([this.postgres.create(), this.redis.service.start()]);

		const ports = {
			inTurn: await freePort(),
			bySignature: await freePort(),
			byUrl: await freePort(),
		};
		const env = this.settings(`http://127.0.0.1:${ports.inTurn}`);
		const member = async (name: string, role: NonNullable<N8nOptions['role']>) => {
			const userFolder = path.join(this.folder, name);
			await installPackage(tarball, userFolder);
			const port = await freePort();
			return new Member(name, {
				role,
				port,
				brokerPort: await freePort(),
				node: process.execPath,
				userFolder,
				env: { ...env, QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(port) },
				...log(name),
			});
		};
		this.main = await member('main', 'start');
		for (const number of [1, 2]) {
			this.workers.push(await member(`worker${number}`, 'worker'));
			this.webhooks.push(await member(`webhook${number}`, 'webhook'));
		}
		// Main first: it makes the tables.
		await this.main.start();
		await Promise.all([...this.workers, ...this.webhooks].map(async (one) => await one.start()));
		const targets = this.webhooks.map(({ url }) => Number(new URL(url).port));
		this.balancer = new Balancer(programs.haproxy, ports, targets, log('balancer'));
		await this.balancer.service.start();

		this.session = new N8nSession(this.main.url);
		await this.session.logIn(DEMO_LOGIN);
		this.credentials = {
			whatsAppCommerceApi: await createCredential(this.session, sandboxCredential(this.sandboxUrl)),
			redis: await createCredential(this.session, {
				name: 'Redis',
				type: 'redis',
				data: { host: '127.0.0.1', port: this.redis.port, database: 0 } as never,
			}),
		};
	}

	async publish(workflow: WorkflowFile): Promise<SavedWorkflow> {
		const saved = await createWorkflow(this.session, workflow);
		await activate(this.session, saved.id, saved.versionId);
		return saved;
	}

	/** Resolves when all processes of n8n are ready again, for up to two minutes. */
	async whenHealthy(): Promise<void> {
		const deadline = Date.now() + 120_000;
		for (const { name, url } of this.members) {
			const isReady = async () => (await fetch(`${url}/healthz/readiness`)).ok;
			while (!(await isReady().catch(() => false))) {
				if (Date.now() > deadline) throw new Error(`${name} did not come back`);
				await sleep(500);
			}
		}
	}

	async stop(): Promise<void> {
		// At the same time: what ends first must not be started again because another one misses it.
		await Promise.all(this.members.filter(Boolean).map(async (one) => await one.stop()));
		await stopEverything();
		await this.sandbox.close();
		// Stopped while it starts, it may not have all of them yet.
		const programs: Array<{ remove(): void } | undefined> = [
			this.postgres,
			this.redis,
			this.balancer,
		];
		for (const one of programs) one?.remove();
		rmSync(this.folder, { recursive: true, force: true });
	}

	/** The settings that all processes share. The same as in docs/scaling.md. */
	private settings(webhookUrl: string): NodeJS.ProcessEnv {
		return {
			EXECUTIONS_MODE: 'queue',
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(this.postgres.port),
			DB_POSTGRESDB_DATABASE: DATABASE,
			DB_POSTGRESDB_USER: DATABASE,
			// A worker takes 10 runs at a time; with n8n's default of 2 some wait for a connection until they fail.
			DB_POSTGRESDB_POOL_SIZE: '10',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(this.redis.port),
			N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
			WEBHOOK_URL: webhookUrl,
		};
	}
}
