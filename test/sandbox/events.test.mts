import { PARTS } from '../../sandbox/world/changes.mts';
import { CATALOG_IDS } from '../../sandbox/world/shop/world.mts';
import { PABLO, Phone, text } from '../support/phoneClient.mts';
import { Client } from '../support/client.mts';

const phone = new Phone().use();

/** An open page: what it was told, in order. */
class Page {
	told: string[][] = [];
	ended = false;
	headers = new Headers();
	#stop = new AbortController();

	async open(address: string): Promise<void> {
		const response = await fetch(`${address}/control/events`, { signal: this.#stop.signal });
		this.headers = response.headers;
		void this.#read(response.body!).catch(() => undefined);
		await this.until(() => this.told.length > 0);
		// The reset before the test may still be on its way.
		await new Promise((resolve) => setTimeout(resolve, 60));
		this.told = [];
	}

	close(): void {
		this.#stop.abort();
	}

	async until(holds: () => boolean): Promise<void> {
		for (let count = 0; count < 200 && !holds(); count += 1)
			await new Promise((resolve) => setTimeout(resolve, 10));
		expect(holds()).toBe(true);
	}

	/** Until it has been told of all these parts. */
	toldOf(...parts: string[]): Promise<void> {
		return this.until(() => parts.every((part) => this.told.flat().includes(part)));
	}

	async #read(stream: ReadableStream<Uint8Array>): Promise<void> {
		let text = '';
		const reader = stream.getReader();
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			text += Buffer.from(value).toString();
			const events = text.split('\n\n');
			text = events.pop() ?? '';
			for (const event of events) {
				const data = /^data: (.*)$/m.exec(event)?.[1];
				if (data !== undefined) this.told.push(JSON.parse(data).changed);
			}
		}
		this.ended = true;
	}
}

const pages: Page[] = [];
async function open(address = phone.address): Promise<Page> {
	const page = new Page();
	await page.open(address);
	pages.push(page);
	return page;
}
afterEach(() => pages.splice(0).forEach((page) => page.close()));

describe('events', () => {
	it('are an event stream that begins with everything', async () => {
		const response = await fetch(`${phone.address}/control/events`);
		expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
		const reader = response.body!.getReader();
		const first = Buffer.from((await reader.read()).value!).toString();
		expect(first).toMatch(/^retry: \d+\ndata: /);
		expect(first).toContain(JSON.stringify(PARTS));
		await reader.cancel();
	});

	it('tell what changed', async () => {
		const page = await open();
		await phone.send(text());
		await page.toldOf('chats', 'customers', 'log');
		expect(page.told.flat()).not.toContain('catalog');
		await phone.sandbox.settled();
		await phone.control('PATCH', `catalogs/${CATALOG_IDS.cornerShop}/products/BAK-RYE`, {
			name: 'Rye',
		});
		await page.toldOf('catalog');
		expect(page.told.flat()).not.toContain('troubles');
		await phone.troubles({ app: 'outdated' });
		await page.toldOf('troubles');
		page.told = [];
		await phone.writes(PABLO, 'hi');
		await page.toldOf('chats', 'customers', 'log');
		page.told = [];
		await phone.control('POST', 'reset');
		await page.toldOf('chats', 'catalog', 'log', 'troubles', 'customers');
	});

	it('that come close together are told together', async () => {
		await phone.control('POST', 'settings', { statusWebhooks: false });
		await Promise.all(Array.from({ length: 40 }, () => phone.send(text())));
		const page = await open();
		// Forty messages change within one call.
		expect((await phone.control('POST', `customers/${PABLO}/read`)).body).toEqual({ read: 40 });
		await page.toldOf('chats');
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(page.told).toEqual([['chats', 'customers']]);
	});

	it('reach many tabs, and those that stay when others go', async () => {
		const tabs = await Promise.all(Array.from({ length: 20 }, () => open()));
		for (const tab of tabs.slice(0, 10)) tab.close();
		await phone.troubles({ app: 'outdated' });
		for (const tab of tabs.slice(10)) await tab.toldOf('troubles');
	});

	it('end when the sandbox closes, which does not wait for pages', async () => {
		const other = new Client();
		await other.start();
		const page = await open(other.address);
		const started = performance.now();
		await other.stop();
		expect(performance.now() - started).toBeLessThan(1_000);
		await page.until(() => page.ended);
	});
});
