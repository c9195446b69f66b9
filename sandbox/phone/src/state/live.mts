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

/** Keeps the page up to date with the sandbox. */

export const connected = signal(true);
/** Incremented when the catalog changed: open lists of products then reload. */
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
	// Everything at once means a reset or a new connection, perhaps to a restarted sandbox.
	if (what.length === EVERYTHING) forgetTraffic();
	// Reading the chats reads the customers first.
	const needed = what.filter((name) => name !== 'customers' || !what.includes('chats'));
	await Promise.all(needed.map((name) => READERS[name]?.()));
}

export function start(): void {
	followCatalog();
	// The first event of a connection says that everything may have changed: the page is loaded by it, too.
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
