import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from '../support/client.mts';

const parent = mkdtempSync(path.join(tmpdir(), 'sandbox-page-'));
const page = path.join(parent, 'dist');
const client = new Client();
beforeAll(() => client.start({ page }));
afterAll(async () => {
	await client.stop();
	rmSync(parent, { recursive: true, force: true });
});

const get = (place: string, headers: Record<string, string> = {}) =>
	fetch(client.address + place, { headers });

describe('the page', () => {
	it('that is not built says what to do', async () => {
		const response = await get('/');
		expect(response.status).toBe(503);
		expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(await response.text()).toContain('npm run build:phone');
		const none = new Client();
		await none.start();
		expect((await fetch(none.address)).status).toBe(503);
		await none.stop();
	});

	describe('that is built', () => {
		beforeAll(() => {
			mkdirSync(path.join(page, 'assets'), { recursive: true });
			writeFileSync(path.join(page, 'index.html'), '<p>Hello');
			writeFileSync(path.join(page, 'icon.svg'), '<svg/>');
			writeFileSync(path.join(page, 'assets/index-a1b2.js'), 'console.log(1);'.repeat(100));
			writeFileSync(path.join(parent, 'private.txt'), 'not for you');
			symlinkSync(path.join(parent, 'private.txt'), path.join(page, 'link.txt'));
		});

		it('is served with its parts, packed for who can unpack', async () => {
			const index = await get('/');
			expect(index.status).toBe(200);
			expect(index.headers.get('cache-control')).toBe('no-cache');
			expect(await index.text()).toBe('<p>Hello');
			const script = await get('/assets/index-a1b2.js', { 'accept-encoding': 'gzip, br' });
			expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
			expect(script.headers.get('content-encoding')).toBe('gzip');
			expect(script.headers.get('cache-control')).toContain('immutable');
			expect(script.headers.get('vary')).toBe('accept-encoding');
			expect(Number(script.headers.get('content-length'))).toBeLessThan(200);
			expect(await script.text()).toHaveLength(1500);
			const plain = await get('/assets/index-a1b2.js', { 'accept-encoding': 'identity' });
			expect(plain.headers.get('content-encoding')).toBeNull();
			expect((await get('/icon.svg')).headers.get('content-type')).toContain('image/svg+xml');
		});

		it('is read anew when it was built anew', async () => {
			await get('/');
			await new Promise((resolve) => setTimeout(resolve, 20));
			writeFileSync(path.join(page, 'index.html'), '<p>Hello again');
			expect(await (await get('/')).text()).toBe('<p>Hello again');
		});

		it.each([
			'/nothing.txt',
			'/assets',
			'/assets/',
			'/assets/index.html',
			'/..%2fprivate.txt',
			'/assets/..%2f..%2fprivate.txt',
			'/%2e%2e%2fprivate.txt',
			'/link.txt',
			'/.',
		])('does not serve %s', async (place) => {
			const response = await get(place);
			expect(await response.text()).not.toMatch('not for you');
			if (place !== '/.') expect(response.status).toBe(404);
		});
	});
});
