import { parseArgs } from 'node:util';
import { StartFailure } from '../startFailure.mjs';

export const HELP = `npm start [-- options]

  --port <number>      port of the sandbox (4010; or SANDBOX_PORT)
  --n8n-port <number>  port of n8n (5678; or SANDBOX_N8N_PORT)
  --fresh              forget earlier starts: n8n's owner, credential, workflows and executions, the sandbox's chats and edits
  --help               this text
`;

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
export function readOptions(args, env) {
	const values = parse(args);
	const sandboxPort = portNumber('--port', values.port ?? env.SANDBOX_PORT ?? '4010');
	const n8nPort = portNumber('--n8n-port', values['n8n-port'] ?? env.SANDBOX_N8N_PORT ?? '5678');
	if (sandboxPort === n8nPort) {
		throw new StartFailure(
			`The sandbox and n8n cannot share port ${n8nPort}. Give them different ones.`,
		);
	}
	return { sandboxPort, n8nPort, fresh: values.fresh ?? false, help: values.help ?? false };
}

/** @param {string[]} args */
function parse(args) {
	try {
		return parseArgs({
			args,
			options: {
				port: { type: 'string' },
				'n8n-port': { type: 'string' },
				fresh: { type: 'boolean' },
				help: { type: 'boolean' },
			},
		}).values;
	} catch (error) {
		const { message } = /** @type {Error} */ (error);
		throw new StartFailure(`${message}\n\n${HELP}`);
	}
}

/**
 * @param {string} flag
 * @param {string} text
 */
function portNumber(flag, text) {
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new StartFailure(`${flag} needs a port number from 1 to 65535, and "${text}" is none.`);
}
