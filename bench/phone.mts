/**
 * How heavy the phone page is, and how soon a cold page shows the first message. Runs under Node.js 24:
 *
 *   $(node tools/node24.mjs) bench/phone.mts
 */
import type { Browser } from 'playwright-core';
import { launchChromium } from '../test/support/browser/chromium.mts';
import { setScene } from '../tools/pictures/scene.mts';

const RUNS = 7;

interface Run {
	page: number;
	all: number;
	firstMessageMs: number;
	firstPriceMs: number;
	/** Cumulative layout shift: how much jumped while it loaded. */
	jumps: number;
}

/** Runs in the page from its very beginning: notes when something first stands there. */
function watch(): void {
	const seen: Partial<Record<string, number>> = { jumps: 0 };
	Object.assign(globalThis, { seen });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries())
			seen.jumps = (seen.jumps ?? 0) + (entry as unknown as { value: number }).value;
	}).observe({ type: 'layout-shift', buffered: true });
	new MutationObserver(() => {
		if (document.querySelector('.message')) seen.message ??= performance.now();
		if (document.querySelector('.message .price')) seen.price ??= performance.now();
	}).observe(document, { childList: true, subtree: true });
}

async function run(browser: Browser, url: string): Promise<Run> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	const network = await context.newCDPSession(page);
	await network.send('Network.enable');
	const ofPage = new Set<string>();
	const bytes = { page: 0, all: 0 };
	network.on('Network.responseReceived', ({ requestId, type, response }) => {
		const own = ['Document', 'Script', 'Stylesheet'].includes(type);
		if (own || response.url.endsWith('/icon.svg')) ofPage.add(requestId);
	});
	network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		bytes.all += encodedDataLength;
		if (ofPage.has(requestId)) bytes.page += encodedDataLength;
	});
	await page.addInitScript(watch);
	await page.goto(url);
	await page.locator('.message .price').first().waitFor({ state: 'attached' });
	await page.waitForTimeout(500);
	const seen = await page.evaluate(
		() =>
			(globalThis as unknown as { seen: { message: number; price: number; jumps: number } }).seen,
	);
	await context.close();
	return { ...bytes, firstMessageMs: seen.message, firstPriceMs: seen.price, jumps: seen.jumps };
}

const median = (values: number[]) =>
	values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const scene = await setScene();
const browser = await launchChromium();
// The first one also warms up the server, which is not what is measured.
await run(browser, scene.url);
const runs: Run[] = [];
for (let count = 0; count < RUNS; count += 1) runs.push(await run(browser, scene.url));
await browser.close();
await scene.close();

const of = (key: keyof Run) => median(runs.map((one) => one[key]));
console.log(
	`page (HTML, script, styles, icon), as transferred: ${(of('page') / 1000).toFixed(1)} kB`,
);
console.log(
	`with data and pictures of the first view:          ${(of('all') / 1000).toFixed(1)} kB`,
);
console.log(
	`first message on a cold page, median of ${RUNS}:        ${Math.round(of('firstMessageMs'))} ms`,
);
console.log(
	`first product with its price:                      ${Math.round(of('firstPriceMs'))} ms`,
);
console.log(`cumulative layout shift:                           ${of('jumps').toFixed(3)}`);
