import { effect, signal } from '@preact/signals';
import { listen } from '../api/events.mts';
import type { Changed } from '../api/types.mts';
import { followCatalog } from './carts.mts';
import { markRead, openKey, readBusinessName, readChats, readCustomers } from './chats.mts';
import { readProducts } from './products.mts';
import { route } from './route.mts';
import { oneColumn } from './screen.mts';
import { forgetTraffic, readTraffic } from './traffic.mts';
import { readTroubles } from './troubles.mts';

/** Keeps what the page shows as it is in the sandbox. */

export const connected = signal(true);
/** Goes up when the catalog changed: lists of products that are open read themselves again. */
export const catalogVersion = signal(0);

const READERS: Record<Changed, () => Promise<void>> = {
	customers: readCustomers,
	chats: async () => {
		await readCustomers();
		await readChats();
	},
	catalog: async () => {
		catalogVersion.value += 1;
		await readProducts();
	},
	troubles: readTroubles,
	log: readTraffic,
};

async function read(what: Changed[]): Promise<void> {
	try {
		await Promise.all(what.map((name) => READERS[name]?.()));
	} catch {
		connected.value = false;
	}
}

export async function readAll(): Promise<void> {
	// A sandbox that was reset or started anew counts its log from the beginning.
	forgetTraffic();
	await read(['chats', 'catalog', 'troubles', 'log']);
}

export function start(): void {
	const first = Promise.all([
		read(['chats', 'troubles', 'log']),
		readBusinessName().catch(() => {}),
	]);
	followCatalog();
	listen({
		changed: (what) => void read(what),
		connected(yes) {
			const wasLost = !connected.peek();
			connected.value = yes;
			// Between the first reading and the listening, or while the connection was gone, something may have happened.
			if (yes) void first.then(() => (wasLost ? readAll() : read(['chats'])));
		},
	});
	document.addEventListener('visibilitychange', () => {
		if (!document.hidden) void readAll();
	});
	effect(() => {
		void [openKey.value, route.value.pane, oneColumn.value];
		void markRead().catch(() => {});
	});
	effect(() => {
		void route.value.tab;
		void readTraffic().catch(() => {});
	});
}
