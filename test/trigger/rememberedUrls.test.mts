import fc from 'fast-check';

import {
	recognized,
	written,
	type CallbackUrl,
	type RecognizedUrl,
} from '../../nodes/WhatsAppCommerceTrigger/registration/rememberedUrls';
import { verifyTokenFor } from '../../nodes/WhatsAppCommerceTrigger/registration/verifyToken';

const SECRET = 'app secret of the test';
const live = 'https://n8n.example.com/webhook/0b7d3c52-6f0e-4c0e-9a55-6a1a3d1f1a01/webhook';
const test = live.replace('/webhook/', '/webhook-test/');
const foreign: CallbackUrl = {
	url: 'https://hooks.example.org/in?key=s3cr3t#ä',
	kind: 'foreign',
	getsMessages: true,
	getsStandby: false,
};
const current: RecognizedUrl = {
	url: test,
	kind: 'test',
	getsMessages: true,
	getsStandby: true,
	before: [{ url: live, kind: 'live', getsMessages: true, getsStandby: true }, foreign],
};

const standing = { getsMessages: true, getsStandby: false };

const urls = fc.oneof(
	fc.webUrl({ withQueryParameters: true, withFragments: true }),
	fc.constantFrom(live, test, `${live}?before=`, 'not a URL'),
);
const occupants = fc.record<CallbackUrl>({
	url: urls,
	kind: fc.constantFrom('live', 'test', 'foreign'),
	getsMessages: fc.boolean(),
	getsStandby: fc.boolean(),
});

it('remembers any URLs exactly', () => {
	fc.assert(
		fc.property(urls, fc.constantFrom('live', 'test'), fc.array(occupants), (url, kind, before) => {
			const whole: RecognizedUrl = { url, kind, ...standing, before };
			const at = { ...standing, url: written(whole, SECRET) };
			expect(recognized(at, SECRET)).toEqual(whole);
		}),
	);
});

it('needs nothing escaped, and shows nothing', () => {
	const [, memory] = written(current, SECRET).split('?before=');
	expect(memory).toMatch(/^[\w-]+$/);
	expect(Buffer.from(memory, 'base64url').toString('latin1')).not.toMatch(/hooks|key|s3cr3t/);
});

it('leaves room for the live URL and a service below 200 characters', () => {
	expect(written(current, SECRET).length).toBeLessThanOrEqual(200);
});

it('takes nothing as ours that was changed, moved or made with another secret', () => {
	const url = written(current, SECRET);
	const is = (changed: string, secret = SECRET) =>
		recognized({ ...standing, url: changed }, secret).kind;
	expect(is(url)).toBe('test');
	expect(is(url, 'another secret')).toBe('foreign');
	expect(is(url, '')).toBe('foreign');
	expect(is(url.replace('n8n.example.com', 'evil.example.com'))).toBe('foreign');
	expect(is(url.replace('/webhook-test/', '/webhook/'))).toBe('foreign');
	const start = url.indexOf('?before=') + '?before='.length;
	for (let at = start; at < url.length; at++) {
		const other = url[at] === 'A' ? 'Q' : 'A';
		expect(is(url.slice(0, at) + other + url.slice(at + 1))).toBe('foreign');
		expect(is(url.slice(0, at))).toBe('foreign');
	}
});

describe('verify token', () => {
	it('is one for the test and the production URL of a node, also with a memory', () => {
		const token = verifyTokenFor(live, SECRET);
		expect(token).toMatch(/^[0-9a-f]{64}$/);
		expect(verifyTokenFor(test, SECRET)).toBe(token);
		expect(verifyTokenFor(written(current, SECRET), SECRET)).toBe(token);
	});

	it('is another one for every node and every secret, and none without a secret', () => {
		const tokens = [
			verifyTokenFor(live, SECRET),
			verifyTokenFor(live.replace('0b7d3c52', '0b7d3c53'), SECRET),
			verifyTokenFor(live, 'another secret'),
		];
		expect(new Set(tokens).size).toBe(3);
		expect(verifyTokenFor(live, '')).toBe('');
	});
});
