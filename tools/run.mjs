/**
 * The one entry of the tools: `node tools/run.mjs start|test|bench|scale|pictures|phones|docs|scan [arguments …]`, and behind the
 * scripts of package.json. Plain JavaScript without dependencies: nothing may be installed yet, and Node.js may be an older one.
 */
import { explanationOf, StartFailure } from './startFailure.mjs';

const NEEDED_MAJOR = 20;

if (Number(process.versions.node.split('.')[0]) < NEEDED_MAJOR) {
	console.error(
		`This needs Node.js ${NEEDED_MAJOR} or newer, and this is ${process.versions.node}. Install a newer one from https://nodejs.org and run this again.`,
	);
	process.exit(1);
}

/**
 * Each returns its exit code. Loaded only here: an older Node.js could not even load them, and what one of them needs may
 * not be installed yet.
 *
 * @type {Record<string, (args: string[]) => Promise<number>>}
 */
const COMMANDS = {
	start: async (args) => (await import('./start/start.mjs')).start(args),
	test: async (args) => (await import('./test/test.mjs')).test(args),
	bench: async (args) => (await import('./measure.mjs')).bench(args),
	scale: async (args) => (await import('./measure.mjs')).scale(args),
	pictures: async (args) => (await import('./pictures/pictures.mjs')).takePictures(args),
	phones: async () => (await import('./phones/phones.mjs')).writePlans(),
	docs: async () => (await import('./docs.mjs')).writeDocs(),
	scan: async () => (await import('./scan.mjs')).scan(),
};

const [name = '', ...args] = process.argv.slice(2);
try {
	const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	if (!command) {
		const known = Object.keys(COMMANDS).join(', ');
		throw new StartFailure(`There is no command "${name}". The commands: ${known}`);
	}
	process.exit(await command(args));
} catch (error) {
	console.error(`\n${explanationOf(error)}\n`);
	process.exit(1);
}
