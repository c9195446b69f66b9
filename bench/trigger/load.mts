import http from 'node:http';
import type { SignedDelivery } from './signedOrders.mts';

export interface Answered {
	status: number;
	ms: number;
	body: string;
}

/**
 * Keeps its connections, as Meta does; otherwise opening them would be measured too. Idle ones are closed
 * before n8n closes them, which it does after 5 s: a delivery that is just being written would be lost.
 */
const agent = new http.Agent({ keepAlive: true, maxSockets: 64, timeout: 4_000 });

/** One delivery. Rejects when nobody answers. */
export async function deliver(
	url: string,
	{ body, signature }: { body: Buffer; signature: string | null },
): Promise<Answered> {
	const started = performance.now();
	return await new Promise((resolve, reject) => {
		const headers = {
			'content-type': 'application/json',
			'content-length': body.length,
			...(signature !== null && { 'x-hub-signature-256': signature }),
		};
		const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
			let answer = '';
			response.setEncoding('utf8').on('data', (text: string) => (answer += text));
			response.on('end', () =>
				resolve({
					status: response.statusCode ?? 0,
					ms: performance.now() - started,
					body: answer,
				}),
			);
			response.on('error', reject);
		});
		request.on('error', reject);
		request.end(body);
	});
}

/** Runs `work` for each of these, so many at once, in order. */
export async function inParallel<T, R>(
	list: T[],
	atOnce: number,
	work: (one: T) => Promise<R>,
): Promise<R[]> {
	const results: R[] = new Array<R>(list.length);
	let next = 0;
	const worker = async () => {
		while (next < list.length) {
			const index = next++;
			results[index] = await work(list[index] as T);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return results;
}

/** Deliveries that were answered 200, per second. */
export async function acceptedPerSecond(
	url: string,
	deliveries: SignedDelivery[],
	atOnce: number,
): Promise<number> {
	const started = performance.now();
	const answers = await inParallel(deliveries, atOnce, async (one) => await deliver(url, one));
	const seconds = (performance.now() - started) / 1000;
	const accepted = answers.filter(({ status }) => status === 200).length;
	if (accepted !== deliveries.length) {
		throw new Error(`${deliveries.length - accepted} of ${deliveries.length} were not accepted`);
	}
	return accepted / seconds;
}
