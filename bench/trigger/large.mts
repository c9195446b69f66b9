import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchHost } from './host.mts';
import { deliver } from './load.mts';
import { envelope, orderMessage, signed } from './signedOrders.mts';

export interface LargeRow {
	orders: number;
	kB: number;
	/** Until Meta has its answer. */
	ms: number;
	/** Resident memory of n8n in MB. */
	memoryBefore: number;
	memoryPeak: number;
	memoryAfter: number;
}

/** One delivery with so many orders: Meta may batch up to 1,000 (facts 2.7). */
export async function large(host: BenchHost, orders: number): Promise<LargeRow> {
	const workflow = await host.publishOurs();
	await deliver(workflow.url, signed(envelope([orderMessage('wamid.LARGE-WARM')])));
	const messages = Array.from({ length: orders }, (_unused, index) =>
		orderMessage(`wamid.LARGE${index}`, 10),
	);
	const delivery = signed(envelope(messages));
	await sleep(2_000);
	const memoryBefore = host.process.memory().now;
	const { status, ms } = await deliver(workflow.url, delivery);
	if (status !== 200) throw new Error(`The large delivery was answered ${status}`);
	await sleep(5_000);
	const { now, peak } = host.process.memory();
	return {
		orders,
		kB: Math.round(delivery.body.length / 1000),
		ms: Math.round(ms),
		memoryBefore,
		memoryPeak: peak,
		memoryAfter: now,
	};
}
