import { signal } from '@preact/signals';
import { getDeliveries, getLog } from '../api/control.mts';
import type { Delivery, LogEntry } from '../api/types.mts';
import { oneAtATime } from './oneAtATime.mts';
import { route } from './route.mts';

/** What went over the wire. Read only while somebody looks: it can be megabytes. */
export const deliveries = signal<Delivery[] | null>(null);
export const log = signal<LogEntry[] | null>(null);

const readDeliveries = oneAtATime(async () => {
	deliveries.value = await getDeliveries();
});

const readLog = oneAtATime(async () => {
	const known = log.peek() ?? [];
	const fresh = await getLog(known.at(-1)?.id ?? null);
	log.value = [...known, ...fresh];
});

export async function readTraffic(): Promise<void> {
	if (route.value.tab === 'deliveries') await readDeliveries();
	if (route.value.tab === 'log') await readLog();
}

export function forgetTraffic(): void {
	deliveries.value = null;
	log.value = null;
}
