import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { SandboxOptions } from '../../../sandbox/server/sandbox.mts';
import { Phone } from '../phoneClient.mts';
import { builtPage } from './builtPage.mts';
import { launchChromium } from './chromium.mts';

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A browser on a machine that may be busy. */
jest.setTimeout(30_000);
const PATIENCE_MS = 8_000;

export interface View {
	viewport?: { width: number; height: number };
	colorScheme?: 'light' | 'dark';
	/** The part of the address after the #. */
	at?: string;
}

/** The page in a real browser, against a sandbox with a receiver that is subscribed to it; all fresh before each test. */
export class Browsing extends Phone {
	#browser!: Browser;
	#contexts: BrowserContext[] = [];
	/** What went wrong in the pages, in their own words. */
	#complaints: string[] = [];

	override use(): this {
		super.use();
		beforeAll(async () => {
			this.#browser = await launchChromium();
		});
		afterAll(async () => await this.#browser?.close());
		afterEach(async () => {
			for (const context of this.#contexts.splice(0)) await context.close();
			expect(this.#complaints.splice(0)).toEqual([]);
		});
		return this;
	}

	override start(options: SandboxOptions = {}): Promise<void> {
		return super.start({ ...options, page: builtPage() });
	}

	/** The page in a fresh browser context: nothing stored, no cart. */
	async open({ viewport = DESKTOP, colorScheme = 'light', at = '' }: View = {}): Promise<Page> {
		const context = await this.#browser.newContext({
			viewport,
			colorScheme,
			reducedMotion: 'reduce',
			permissions: ['clipboard-read', 'clipboard-write'],
		});
		this.#contexts.push(context);
		context.setDefaultTimeout(PATIENCE_MS);
		return await this.tab(context, at);
	}

	/** One more tab of the same browser. */
	async tab(context: BrowserContext, at = ''): Promise<Page> {
		const page = await context.newPage();
		page.on('pageerror', ({ message }) => this.#complaints.push(message));
		await page.goto(`${this.address}/#${at}`);
		await page.locator('.columns').waitFor();
		return page;
	}
}

/** Repeats a check until it passes: the page follows the sandbox with a little delay. */
export async function eventually(check: () => Promise<void> | void): Promise<void> {
	const deadline = Date.now() + PATIENCE_MS;
	for (;;) {
		try {
			await check();
			return;
		} catch (problem) {
			if (Date.now() > deadline) throw problem;
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}
}
