import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where Chrome and Chromium are installed. */
const INSTALLED = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** No sandbox of its own, so that it runs as root in a container, and nothing that calls home. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** A real Chromium with a user folder of its own: the installed one, else the one that comes inside an npm package. */
export async function launchChromium(): Promise<Browser> {
	const installed = [process.env.CHROMIUM, ...INSTALLED].find((path) => path && existsSync(path));
	if (installed) return await chromium.launch({ executablePath: installed, args: FLAGS });
	// Its own flags put everything into one process, which ends with the first window that is closed.
	const { default: packed } = await import('@sparticuz/chromium');
	return await chromium.launch({ executablePath: await packed.executablePath(), args: FLAGS });
}
