import { installProject, installSandbox } from '../install/everything.mjs';
import { runInNode24 } from '../process/runProgram.mjs';

/**
 * `npm run phones`: writes the table of numbering plans anew, after libphonenumber-js was updated. A test compares the two.
 */
export async function writePlans() {
	for (const install of [installProject, installSandbox]) await install();
	return await runInNode24('tools/phones/main.mts', []);
}
