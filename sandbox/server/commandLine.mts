import { parseArgs } from 'node:util';
import { readFault } from '../world/caught.mts';
import { StoreFault } from '../keep/store.mts';
import { createSandbox } from './sandbox.mts';
import type { Sandbox } from './sandbox.mts';

const DEFAULT_PORT = 8490;
const DEFAULT_HOST = '127.0.0.1';

interface Outside {
	env: Record<string, string | undefined>;
	/** Where the built phone page is. */
	page: string;
	say(line: string): void;
	complain(line: string): void;
}

/** Starts the sandbox from its command line; null when that fails, after one sentence about the reason. */
export async function startFromCommandLine(
	args: string[],
	{ env, page, say, complain }: Outside,
): Promise<Sandbox | null> {
	let values: { port?: string; host?: string; keep?: string };
	try {
		({ values } = parseArgs({
			args,
			options: { port: { type: 'string' }, host: { type: 'string' }, keep: { type: 'string' } },
		}));
	} catch (error) {
		complain(
			`${readFault(error).message ?? 'Bad flags'} — use --port <number>, --host <address> and --keep <folder>.`,
		);
		return null;
	}
	const host = values.host ?? DEFAULT_HOST;
	const portText = values.port ?? env.SANDBOX_PORT ?? String(DEFAULT_PORT);
	const port = Number(portText);
	if (portText.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
		complain(`"${portText}" is not a port: give a number from 0 to 65535.`);
		return null;
	}
	const keep = values.keep ?? env.SANDBOX_KEEP ?? '';
	const sandbox = createSandbox({ page, ...(keep === '' ? {} : { keep }) });
	try {
		const address = await sandbox.listen({ port, host });
		say(
			`WhatsApp sandbox: ${address} (Graph API: ${address}/v26.0, control API: ${address}/control)`,
		);
		return sandbox;
	} catch (error) {
		await sandbox.close();
		complain(explain(error, host, port));
		return null;
	}
}

function explain(error: unknown, host: string, port: number): string {
	const { code, message } = readFault(error);
	if (error instanceof StoreFault) return error.message;
	if (code === 'EADDRINUSE')
		return `Port ${port} on ${host} is taken by another program: stop it, or choose another with --port.`;
	if (code === 'EACCES')
		return `Port ${port} on ${host} may not be used by this user: choose one above 1023 with --port.`;
	return `The sandbox cannot listen on ${host}:${port}: ${message ?? 'unknown reason'}`;
}
