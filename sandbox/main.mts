/** Starts the sandbox alone: `node main.mts [--port 8490] [--host 127.0.0.1]`, or with SANDBOX_PORT in the environment. */
import { startFromCommandLine } from './commandLine.mts';

const sandbox = await startFromCommandLine(process.argv.slice(2), {
	env: process.env,
	say: (line) => console.log(line),
	complain: (line) => console.error(line),
});

if (!sandbox) process.exit(1);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		void sandbox.close().then(() => process.exit(0));
	});
}
