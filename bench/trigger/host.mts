import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stopEverything } from '../../tools/process/childProcess.mts';
import { DEMO_LOGIN, sandboxCredential } from '../../tools/start/demo.mts';
import { freePort } from '../../tools/process/freePort.mts';
import { installPackage, PACKAGE_NAME } from '../../tools/n8n/installPackage.mts';
import {
	activate,
	createCredential,
	createWorkflow,
	type CredentialDetails,
} from '../../tools/n8n/n8nApi.mts';
import { startN8n, type RunningN8n } from '../../tools/n8n/n8nProcess.mts';
import { N8nSession } from '../../tools/n8n/n8nSession.mts';
import { packPackage } from '../../tools/n8n/packPackage.mts';
import { APP } from '../../sandbox/world/shop/world.mts';
import { processOfN8n, type ProcessOfN8n } from '../processOfN8n.mts';
import { startMetaHost } from './metaHost.mts';
import { installMinimalTrigger } from './minimalTrigger.mts';

const root = path.resolve(import.meta.dirname, '../..');

const OURS = `${PACKAGE_NAME}.whatsAppCommerceTrigger`;
export const BUILT_IN = 'n8n-nodes-base.whatsAppTrigger';
export const WEBHOOK = 'n8n-nodes-base.webhook';

/** A published workflow with a trigger and nothing behind it. */
export interface Published {
	id: string;
	url: string;
}

type CredentialName = { id: string; name: string };

/** A real n8n with the packed package, which can be stopped and started again with its database. */
export class BenchHost {
	private readonly userFolder = mkdtempSync(path.join(tmpdir(), 'whatsapp-commerce-bench-'));
	private env: Record<string, string> = {};
	private program?: RunningN8n;
	private session?: N8nSession;
	private credentials: Record<string, CredentialName> = {};
	private readonly closing: Array<() => void> = [];
	private ports: { port: number; brokerPort: number } = { port: 0, brokerPort: 0 };

	async start(): Promise<void> {
		const meta = await startMetaHost(this.userFolder);
		this.closing.push(() => meta.close());
		this.env = {
			...meta.env,
			EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
		};
		await installPackage(await packPackage(root), this.userFolder);
		installMinimalTrigger(this.userFolder);
		this.ports = { port: await freePort(), brokerPort: await freePort() };
		await this.run();
		this.session = new N8nSession(this.n8n.url);
		await this.session.logIn(DEMO_LOGIN);
		this.credentials = {
			whatsAppCommerceApi: await this.credential(sandboxCredential('http://127.0.0.1:1')),
			whatsAppTriggerApi: await this.credential({
				name: 'Built-in',
				type: 'whatsAppTriggerApi',
				data: { clientId: APP.id, clientSecret: APP.secret },
			}),
		};
	}

	/** With the same database, as after an update: n8n itself is told to end, and takes the time it needs. */
	async restart(): Promise<void> {
		process.kill(this.process.id, 'SIGTERM');
		await this.n8n.ended;
		await this.run();
	}

	async stop(): Promise<void> {
		await stopEverything();
		for (const close of this.closing) close();
		rmSync(this.userFolder, { recursive: true, force: true });
	}

	/**
	 * @param settings of the workflow
	 * @param hasCredential whether one is chosen in the node
	 */
	async publish(
		type: string,
		parameters = {},
		settings = {},
		hasCredential = type === OURS || type === BUILT_IN,
	): Promise<Published> {
		const webhookId = randomUUID();
		const webhook = { httpMethod: 'POST', path: webhookId, responseMode: 'onReceived' };
		const node = {
			id: randomUUID(),
			name: 'Trigger',
			type,
			typeVersion: { [BUILT_IN]: 1, [WEBHOOK]: 2.1 }[type] ?? 1.1,
			position: [0, 0],
			parameters: type === WEBHOOK ? { ...webhook, options: {} } : parameters,
			webhookId,
			...(hasCredential ? { credentials: this.credentials } : {}),
		};
		const { session } = this;
		if (!session) throw new Error('Start the host first');
		const saved = await createWorkflow(session, {
			name: type,
			nodes: [node],
			connections: {},
			settings: { executionOrder: 'v1', ...settings },
		});
		await activate(session, saved.id, saved.versionId);
		return {
			id: saved.id,
			url: `${this.n8n.url}/webhook/${webhookId}${type === WEBHOOK ? '' : '/webhook'}`,
		};
	}

	/** Ours, with the callback pasted by hand: nothing of Meta is needed. */
	async publishOurs(parameters = {}, settings = {}): Promise<Published> {
		const registration = { registration: 'manual', verifyToken: randomUUID() };
		return await this.publish(
			OURS,
			{ events: ['order'], ...registration, ...parameters },
			settings,
		);
	}

	/** Runs of a workflow that n8n keeps, once no more come: n8n counts only those that have ended. */
	async storedRuns({ id }: Published, status = 'success'): Promise<number> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: id, status: [status] }));
		let last = -1;
		for (let same = 0; same < 3; ) {
			await sleep(1_000);
			const { count } = await this.session!.get<{ count: number }>(
				`/rest/executions?filter=${filter}&limit=1`,
			);
			same = count === last ? same + 1 : 0;
			last = count;
		}
		return last;
	}

	/** The running n8n, as the system sees it. */
	get process(): ProcessOfN8n {
		return processOfN8n(this.userFolder);
	}

	private get n8n(): RunningN8n {
		if (!this.program) throw new Error('Start the host first');
		return this.program;
	}

	private async run(): Promise<void> {
		this.program = await startN8n({
			root,
			node: process.execPath,
			userFolder: this.userFolder,
			...this.ports,
			logFile: path.join(root, '.sandbox/logs/bench-n8n.log'),
			env: this.env,
		});
	}

	private async credential(details: CredentialDetails): Promise<CredentialName> {
		return { id: await createCredential(this.session!, details), name: details.name };
	}
}
