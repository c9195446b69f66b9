import { createHmac } from 'node:crypto';

import { cart, delivery, line } from '../support/fixtures/deliveries';
import { TriggerHost } from '../support/webhookHost.mts';

const host = new TriggerHost();
beforeAll(async () => await host.listen());
afterAll(async () => await host.close());
afterEach(() => void host.runs.splice(0));

let number = 0;
const body = () => JSON.stringify(delivery([cart([line()], { id: `wamid.SIG${number++}` })]));
const hex = (signature: string) => signature.slice('sha256='.length);

it('accepts the bytes as they were signed, escapes and all', async () => {
	// Meta signs its own form: lower-case escapes and escaped slashes (facts 5.2).
	const bytes = body().replace('"text":""', '"text":"K\\u00e4se \\ud83e\\uddc0 a\\/b"');
	expect((await host.deliver(bytes)).status).toBe(200);
	expect(host.runs[0][0]).toMatchObject({ note: 'Käse 🧀 a/b' });
	// The same content in other bytes is not what Meta signed.
	const other = JSON.stringify(JSON.parse(bytes));
	expect((await host.deliver(other, host.sign(bytes))).status).toBe(401);
});

it.each<[string, (bytes: string) => string | null]>([
	['none', () => null],
	['an empty one', () => ''],
	['only the digits', (bytes) => hex(host.sign(bytes))],
	['upper case', (bytes) => `sha256=${hex(host.sign(bytes)).toUpperCase()}`],
	['an upper-case name', (bytes) => host.sign(bytes).replace('sha256', 'SHA256')],
	['one digit less', (bytes) => host.sign(bytes).slice(0, -1)],
	['one digit more', (bytes) => `${host.sign(bytes)}0`],
	['no digits', () => 'sha256='],
	['other characters', () => `sha256=${'z'.repeat(64)}`],
	['another secret', (bytes) => host.sign(bytes, 'another secret')],
	['an empty secret', (bytes) => host.sign(bytes, '')],
	['another body', () => host.sign('{}')],
	[
		'sha1',
		(bytes) => `sha1=${createHmac('sha1', host.credential.appSecret).update(bytes).digest('hex')}`,
	],
	['two in one header', (bytes) => `${host.sign(bytes)}, ${host.sign(bytes)}`],
	['a line after it', (bytes) => `${host.sign(bytes)}\t`.replace('\t', ' x')],
])('answers 401 to a signature that is %s', async (_name, signature) => {
	const bytes = body();
	const response = await host.deliver(bytes, signature(bytes));
	expect(response.status).toBe(401);
	expect(await response.text()).toBe('');
	expect(host.runs).toEqual([]);
});

it('takes an app secret that was pasted with a line break', async () => {
	const pasted = new TriggerHost(
		{},
		{ ...host.credential, appSecret: `${host.credential.appSecret}\n` },
	);
	await pasted.listen();
	const bytes = body();
	expect((await pasted.deliver(bytes, host.sign(bytes))).status).toBe(200);
	await pasted.close();
});

it('answers 401 to everything while the credential has no app secret', async () => {
	const bare = new TriggerHost({}, { ...host.credential, appSecret: '' });
	await bare.listen();
	const bytes = body();
	expect((await bare.deliver(bytes, host.sign(bytes, ''))).status).toBe(401);
	await bare.close();
});
