/**
 * Starts the sandbox alone: `node main.mts [--port 8490] [--host 127.0.0.1] [--keep <folder>]`, or with SANDBOX_PORT and SANDBOX_KEEP in the
 * environment.
 */
import path from 'node:path';
import { startFromCommandLine } from './server/commandLine.mts';

const sandbox = await startFromCommandLine(process.argv.slice(2), {
	env: process.env,
	page: path.join(import.meta.dirname, 'phone/dist'),
	say: (line) => console.log(line),
	complain: (line) => console.error(line),
});

if (!sandbox) process.exit(1);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		void sandbox.close().then(() => process.exit(0));
	});
}
