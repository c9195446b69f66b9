import {
	buildPhonePage,
	installN8nHost,
	installProject,
	installSandbox,
} from '../install/everything.mjs';
import { runInNode24 } from '../process/runProgram.mjs';

/**
 * Takes the pictures in docs/ from the real editor and the phone page. Needs a Chromium (CHROMIUM names another one).
 *
 *   npm run pictures                           all of them
 *   npm run pictures -- editor-send phone-cart some of them
 *   npm run pictures -- --list                 their names
 *
 * @param {string[]} args
 */
export async function takePictures(args) {
	for (const install of [installProject, installSandbox, buildPhonePage, installN8nHost])
		await install();
	return await runInNode24('tools/pictures/main.mts', args);
}
