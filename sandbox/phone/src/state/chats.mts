import { computed, signal } from '@preact/signals';
import { getChat, getCustomers, getWorld, postRead } from '../api/control.mts';
import type { Customer, Entry } from '../api/types.mts';
import { previewOf } from '../format/preview.mts';
import { announce } from './messages.mts';
import { oneAtATime } from './oneAtATime.mts';
import { route } from './route.mts';
import { oneColumn } from './screen.mts';

export const customers = signal<Customer[] | null>(null);
export const chats = signal<Record<string, Entry[]>>({});
export const businessName = signal('Business');

/** The key of the open chat: on a wide screen the first one until another is chosen. */
export const openKey = computed(
	() => route.value.chat ?? (oneColumn.value ? null : (customers.value?.[0]?.key ?? null)),
);
export const openCustomer = computed(() => customerOf(openKey.value));
export const openChat = computed(() => chats.value[openKey.value ?? ''] ?? null);

function customerOf(key: string | null): Customer | null {
	return customers.value?.find((customer) => customer.key === key) ?? null;
}

/** A customer answers the number that wrote the quoted message, or else the newest one. */
export function numberOf(key: string, quotedId: string | null = null): string | undefined {
	const written = (chats.value[key] ?? []).filter(({ from }) => from === 'business');
	return (written.find(({ id }) => id === quotedId) ?? written.at(-1))?.phoneNumberId;
}

export const readCustomers = oneAtATime(async () => {
	customers.value = await getCustomers();
});

/** The open chat first, since somebody is looking at it. */
export const readChats = oneAtATime(async () => {
	const first = openKey.value;
	const keys = (customers.value ?? []).map(({ key }) => key);
	if (first && keys.includes(first)) await readChat(first);
	await Promise.all(keys.filter((key) => key !== first).map(readChat));
	await markRead();
});

async function readChat(key: string): Promise<void> {
	const entries = await getChat(key);
	const before = chats.value[key];
	chats.value = { ...chats.value, [key]: entries };
	if (!before) return;
	const known = new Set(before.map(({ id }) => id));
	for (const entry of entries) {
		if (!known.has(entry.id) && entry.from === 'business')
			announce(`${businessName.value} to ${customerOf(key)?.name ?? key}: ${previewOf(entry)}`);
	}
}

/** Marks what is on the screen as read. */
export async function markRead(): Promise<void> {
	const customer = openCustomer.value;
	const inFront = !oneColumn.value || route.value.pane === 'chat';
	if (!customer || customer.unread === 0 || !inFront || document.hidden) return;
	await postRead(customer.key);
	customers.value = (customers.value ?? []).map((other) =>
		other.key === customer.key ? { ...other, unread: 0 } : other,
	);
}

export async function readBusinessName(): Promise<void> {
	businessName.value = (await getWorld()).businessAccount.name;
}
