import path from 'node:path';
import { startProgram, waitUntilHealthy, type RunningProgram } from '../process/childProcess.mts';

export interface N8nOptions {
	root: string;
	node: string;
	/** n8n keeps its database, settings and installed community nodes in `<userFolder>/.n8n`. */
	userFolder: string;
	port: number;
	/** n8n's code runner connects back to it; two n8n on one machine need two. */
	brokerPort: number;
	logFile: string;
	/** What it does in queue mode (`start`: main). Default: all of it. */
	role?: 'start' | 'worker' | 'webhook';
	/** Further settings of n8n, and instead of the ones here. */
	env?: NodeJS.ProcessEnv;
}

export interface RunningN8n extends RunningProgram {
	url: string;
}

/** The first start creates the database, which takes a slow machine its time. */
const PATIENCE_MS = 120_000;

/** Starts n8n, only reachable from this machine, and waits until it is ready. */
export async function startN8n({
	root,
	node,
	userFolder,
	port,
	brokerPort,
	logFile,
	role = 'start',
	env,
}: N8nOptions): Promise<RunningN8n> {
	const url = `http://127.0.0.1:${port}`;
	const program = startProgram({
		name: 'n8n',
		node,
		root,
		command: [path.join(root, 'tools/n8n/node_modules/n8n/bin/n8n'), role],
		logFile,
		env: {
			N8N_USER_FOLDER: userFolder,
			N8N_PORT: String(port),
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_RUNNERS_BROKER_PORT: String(brokerPort),
			WEBHOOK_URL: url,
			// Our package is not (yet) one that n8n has verified; the default of this switch is going to change.
			N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
			// No https on loopback.
			N8N_SECURE_COOKIE: 'false',
			...QUIET,
			...env,
		},
	});
	try {
		await waitUntilHealthy(program, `${url}/healthz/readiness`, PATIENCE_MS);
	} catch (error) {
		await program.stop();
		throw error;
	}
	return { ...program, url };
}

/** Nothing that calls home, advertises or asks questions. */
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_DISABLED_MODULES: 'mcp-registry',
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
};
