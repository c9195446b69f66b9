import { effect, signal } from '@preact/signals';
import { listen } from '../api/events.mts';
import type { Changed } from '../api/types.mts';
import { followCatalog } from './carts.mts';
import { markRead, openKey, readBusinessName, readChats, readCustomers } from './chats.mts';
import { readProducts } from './products.mts';
import { route } from './route.mts';
import { oneColumn } from './screen.mts';
import { readSetup } from './setup.mts';
import { readTemplates } from './templates.mts';
import { forgetTraffic, readTraffic } from './traffic.mts';
import { readTroubles } from './troubles.mts';

/** Keeps what the page shows as it is in the sandbox. */

export const connected = signal(true);
/** Goes up when the catalog changed: lists of products that are open read themselves again. */
export const catalogVersion = signal(0);

const READERS: Record<Changed, () => Promise<void>> = {
	chats: async () => {
		await readCustomers();
		await readChats();
	},
	customers: readCustomers,
	catalog: async () => {
		catalogVersion.value += 1;
		await readProducts();
	},
	troubles: readTroubles,
	templates: readTemplates,
	setup: readSetup,
	log: readTraffic,
};
const EVERYTHING = Object.keys(READERS).length;

async function read(what: Changed[]): Promise<void> {
	// Everything at once: a reset, or a connection made anew, perhaps to a sandbox that was started anew.
	if (what.length === EVERYTHING) forgetTraffic();
	// Chats read the customers too, and first.
	const needed = what.filter((name) => name !== 'customers' || !what.includes('chats'));
	await Promise.all(needed.map((name) => READERS[name]?.()));
}

export function start(): void {
	followCatalog();
	// A connection begins with the news that everything may have changed: that is also the first reading.
	listen({
		changed: (what) => void read(what).catch(() => (connected.value = false)),
		connected: (yes) => (connected.value = yes),
	});
	void readBusinessName().catch(() => {});
	effect(() => {
		void [openKey.value, route.value.pane, oneColumn.value];
		void markRead().catch(() => {});
	});
	effect(() => {
		void route.value.tab;
		void readTraffic().catch(() => {});
	});
}
