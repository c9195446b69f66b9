import { signal } from '@preact/signals';
import { getDeliveries, getLog } from '../api/control.mts';
import type { Delivery, LogEntry } from '../api/types.mts';
import { oneAtATime } from './oneAtATime.mts';
import { route } from './route.mts';

/** What went over the wire. Read only while somebody looks: it can be megabytes. */
export const deliveries = signal<Delivery[] | null>(null);
export const log = signal<LogEntry[] | null>(null);

/** Goes up with each forgetting: an answer to a question from before it is nobody's any more. */
let era = 0;

const readDeliveries = oneAtATime(async () => {
	deliveries.value = await getDeliveries();
});

/** Only what came since the last time; whoever forgets the log reads it anew afterwards. */
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
