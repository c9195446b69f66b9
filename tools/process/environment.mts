import path from 'node:path';

/**
 * What a program started here inherits from the user's shell: all but settings meant for another n8n, another
 * Node.js or a test runner. People who work with n8n often have DB_TYPE or N8N_PORT set.
 */
const NOT_INHERITED =
	/^(N8N_|DB_|EXECUTIONS_|QUEUE_|WEBHOOK_|ENDPOINT|GENERIC_|JEST_|npm_|NODE_ENV$|NODE_OPTIONS$|NO_PROXY$|no_proxy$)/;

export function environmentFor(node: string): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => !NOT_INHERITED.test(name));
	return {
		...Object.fromEntries(inherited),
		// This Node.js first: what a program starts by the name "node" must be the same one.
		PATH: [path.dirname(node), process.env.PATH].join(path.delimiter),
		// n8n and the sandbox talk over loopback, which a company proxy cannot reach.
		NO_PROXY: [process.env.NO_PROXY ?? process.env.no_proxy, '127.0.0.1', 'localhost']
			.filter(Boolean)
			.join(','),
	};
}
