import { randomInt } from 'node:crypto';
import { GraphRefusal, parameterRefusal } from '../rules/refusal/refusal.mts';
import type { Context } from '../world/context.mts';
import { record } from '../log/record.mts';
import { get } from './http.mts';
import type { Answer } from './http.mts';

/**
 * The GET handshake (facts 5.1): the callback has to answer 200 with the bare challenge, or Meta refuses with code 2200.
 */
export async function shakeHands(
	callbackUrl: string,
	verifyToken: string,
	context: Context,
): Promise<void> {
	const { state } = context;
	const url = readCallbackUrl(callbackUrl);
	const challenge = String(randomInt(100_000_000, 2_000_000_000));
	url.searchParams.set('hub.mode', 'subscribe');
	url.searchParams.set('hub.challenge', challenge);
	url.searchParams.set('hub.verify_token', verifyToken);
	const at = new Date().toISOString();
	const started = performance.now();
	const answer = await get(url, context.outgoing);
	const fault = faultOf(answer, challenge);
	record(context, state, {
		at,
		direction: 'out',
		method: 'GET',
		url: callbackUrl,
		status: answer.status,
		ms: Math.round(performance.now() - started),
		summary: 'Handshake with a callback URL',
		reason: fault,
		request: {
			'hub.mode': 'subscribe',
			'hub.challenge': challenge,
			'hub.verify_token': '(not shown)',
		},
		response: answer.text,
	});
	if (fault !== null) throw failed(fault);
}

function faultOf({ status, text }: Answer, challenge: string): string | null {
	if (status === null) return text;
	if (status !== 200) return `HTTP Status Code = ${status}`;
	if (text === challenge) return null;
	return `Response does not match challenge, expected value="${challenge}", received="${text.slice(0, 40)}"`;
}

function failed(why: string): GraphRefusal {
	return new GraphRefusal(
		2200,
		`(#2200) Callback verification failed with the following errors: ${why}`,
	);
}

/** Meta requires https with a valid certificate (facts 5.1). The sandbox also accepts http on this machine, since that is its purpose. */
function readCallbackUrl(text: string): URL {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url?.protocol === 'https:') return url;
	if (url?.protocol === 'http:' && isLoopback(url.hostname)) return url;
	throw parameterRefusal(
		'The callback URL must be an https address (in this sandbox also http on 127.0.0.1 or localhost).',
	);
}

function isLoopback(host: string): boolean {
	return host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}
