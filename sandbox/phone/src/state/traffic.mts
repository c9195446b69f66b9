import { signal } from '@preact/signals';
import { getDeliveries, getLog } from '../api/control.mts';
import type { Delivery, LogEntry } from '../api/types.mts';
import { oneAtATime } from './oneAtATime.mts';
import { route } from './route.mts';

/** Log and deliveries. Read only while they are shown: they can be megabytes. */
export const deliveries = signal<Delivery[] | null>(null);
export const log = signal<LogEntry[] | null>(null);

/** Incremented by forgetTraffic: an answer to an earlier request is then discarded. */
let era = 0;

const readDeliveries = oneAtATime(async () => {
	deliveries.value = await getDeliveries();
});

/** Reads what is new since the last time; after forgetTraffic, everything. */
const readLog = oneAtATime(async () => {
	const asked = era;
	const known = log.peek() ?? [];
	const fresh = await getLog(known.at(-1)?.id ?? null);
	if (asked === era) log.value = [...known, ...fresh];
});

export async function readTraffic(): Promise<void> {
	if (route.value.tab === 'deliveries') await readDeliveries();
	if (route.value.tab === 'log') await readLog();
}

export function forgetTraffic(): void {
	era += 1;
	deliveries.value = null;
	log.value = null;
}
