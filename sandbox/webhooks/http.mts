import { readFault } from '../world/caught.mts';
import type { Outgoing } from '../world/context.mts';

/** A callback's answer: without one `status` is null and `text` tells why. */
export interface Answer {
	status: number | null;
	text: string;
}

const KEPT_BYTES = 2_048;

export function get(url: URL, outgoing: Outgoing): Promise<Answer> {
	return ask(url, { method: 'GET' }, outgoing);
}

export function post(
	url: string,
	body: string,
	headers: Record<string, string>,
	outgoing: Outgoing,
): Promise<Answer> {
	return ask(url, { method: 'POST', body, headers }, outgoing);
}

/** Makes one request and never throws; a redirect is returned like any other answer. The time-out covers headers and body. */
async function ask(
	url: URL | string,
	init: RequestInit,
	{ timeoutMs, closing }: Outgoing,
): Promise<Answer> {
	try {
		const response = await fetch(url, {
			...init,
			// A callback may be a test server that stops at any moment, so connections are not kept alive.
			headers: { ...(init.headers as Record<string, string>), connection: 'close' },
			redirect: 'manual',
			signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), closing]),
		});
		return { status: response.status, text: await firstBytes(response) };
	} catch (error) {
		return { status: null, text: explain(error, timeoutMs) };
	}
}

async function firstBytes(response: Response): Promise<string> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	const reader = response.body?.getReader();
	while (reader && length < KEPT_BYTES) {
		const { done, value } = await reader.read();
		if (done) break;
		chunks.push(value);
		length += value.length;
	}
	await reader?.cancel();
	return Buffer.concat(chunks).subarray(0, KEPT_BYTES).toString('utf8');
}

function explain(error: unknown, timeoutMs: number): string {
	const { name, message, cause } = readFault(error);
	if (name === 'TimeoutError') return `no answer within ${timeoutMs} ms`;
	// fetch only says "fetch failed"; the reason is in the cause.
	return readFault(cause).message || message || 'no answer';
}
