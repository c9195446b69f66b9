import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Callback, Client } from '../support/client.mts';
import { Printing } from '../support/n8n/startCommand.mts';

const root = path.resolve(__dirname, '../..');

describe('alone', () => {
	it('npm start runs the sandbox alone', async () => {
		const args = ['start', '--prefix', 'sandbox', '--', '--port', '0'];
		const start = new Printing('npm', args, root);
		const [, address] = await start.prints(/WhatsApp sandbox: (http:\S+)/);
		const health = await fetch(`${address}/control/health`);
		await start.interrupt();
		expect(await health.json()).toEqual({ status: 'ok' });
		await expect(fetch(`${address}/control/health`)).rejects.toThrow();
	});

	it('npm test runs the tests of the sandbox and of its page, and no others', () => {
		const args = ['test', '--prefix', 'sandbox', '--', '--listTests'];
		const listed = execFileSync('npm', args, { cwd: root, encoding: 'utf8' });
		const files = listed.split('\n').filter((line) => line.endsWith('.test.mts'));
		const folders = new Set(files.map((file) => path.relative(root, path.dirname(file))));
		expect([...folders].sort()).toEqual([path.join('test', 'phone'), path.join('test', 'sandbox')]);
	});

	it('npm test says what to do when the repository is not installed', () => {
		const copy = mkdtempSync(path.join(tmpdir(), 'sandbox-alone-'));
		mkdirSync(path.join(copy, 'sandbox'));
		const script = path.join(copy, 'sandbox/test.mjs');
		copyFileSync(path.join(root, 'sandbox/test.mjs'), script);
		const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
		rmSync(copy, { recursive: true });
		expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('npm ci') });
	});
});

it('customer.mjs orders, and prints what the business replies', async () => {
	const client = new Client();
	const callback = new Callback();
	await Promise.all([client.start(), callback.start()]);
	await client.subscribe(callback);
	const { port } = new URL(client.address);
	const args = ['sandbox/customer.mjs', 'orders', 'BAK-RYE=2', '--port', port];
	const customer = new Printing(process.execPath, args, root);
	await customer.prints(/Sent\. n8n answered 200/);
	await client.send({ type: 'text', text: { body: 'Thank you' } });
	await customer.prints(/The business replied: Thank you/);
	const [{ entry }] = callback.payloads();
	expect(entry[0].changes[0].value.messages[0].order.product_items).toEqual([
		expect.objectContaining({ product_retailer_id: 'BAK-RYE', quantity: 2 }),
	]);
	await Promise.all([client.stop(), callback.stop()]);
});
