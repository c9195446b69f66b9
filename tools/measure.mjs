import { installN8nHost, installProject, installSandbox } from './install/everything.mjs';
import { runInNode24 } from './process/runProgram.mjs';
import { StartFailure } from './startFailure.mjs';

/**
 * By the name in `npm run bench:<name>`.
 *
 * @type {Record<string, string>}
 */
const BENCHES = {
	send: 'bench/send.mts',
	trigger: 'bench/trigger.mts',
	growth: 'bench/long/growth.mts',
	soak: 'bench/long/soak.mts',
};

/**
 * `npm run bench:<name> [-- arguments …]`
 *
 * @param {string[]} args the name first
 */
export async function bench([name = '', ...args]) {
	const file = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
	if (file === undefined) {
		const known = Object.keys(BENCHES).join(', ');
		throw new StartFailure(`There is no bench "${name}". The benches: ${known}`);
	}
	return await measure(file, args);
}

/**
 * `npm run scale [-- arguments …]`
 *
 * @param {string[]} args
 */
export const scale = async (args) => await measure('bench/scale/scale.mts', args);

/**
 * Runs a measurement, after installing what it needs. It stops n8n itself when it is interrupted.
 *
 * @param {string} file from the repository's root
 * @param {string[]} args
 */
async function measure(file, args) {
	for (const install of [installProject, installSandbox, installN8nHost]) await install();
	return await runInNode24(file, args);
}
