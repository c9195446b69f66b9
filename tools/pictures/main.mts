/** Takes the pictures in docs/. Runs under Node.js 24 (see pictures.mjs). */
import { selectors } from 'playwright-core';
import { launchChromium } from '../../test/support/browser/chromium.mts';
import { editorPicture } from './editor.mts';
import { EDITOR_PICTURES } from './editorPictures.mts';
import { startN8nAndSandbox } from './n8n.mts';
import { PHONE_PICTURES, phonePicture } from './phone.mts';
import { save } from './webp.mts';

const known = [...Object.keys(PHONE_PICTURES), ...Object.keys(EDITOR_PICTURES)];
const wanted = process.argv.slice(2);
if (wanted.includes('--list')) {
	console.log(known.join('\n'));
	process.exit(0);
}
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
	console.error(`There is no picture ${unknown.join(', ')}. The pictures: ${known.join(', ')}`);
	process.exit(1);
}
const isWanted = ([name]: [string, unknown]) => wanted.length === 0 || wanted.includes(name);
const ofPhone = Object.entries(PHONE_PICTURES).filter(isWanted);
const ofEditor = Object.entries(EDITOR_PICTURES).filter(isWanted);

// As n8n marks its parts.
selectors.setTestIdAttribute('data-test-id');
const browser = await launchChromium();
try {
	for (const [name, picture] of ofPhone) {
		await save(browser, name, await phonePicture(browser, picture));
	}
	if (ofEditor.length > 0) {
		const surroundings = await startN8nAndSandbox();
		try {
			for (const [name, picture] of ofEditor) {
				await save(browser, name, await editorPicture(browser, surroundings, picture));
			}
		} finally {
			await surroundings.stop();
		}
	}
} finally {
	await browser.close();
}
