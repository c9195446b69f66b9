import { signal } from '@preact/signals';

/** What the page shows. It is kept in the address, so that the browser's Back works and a reload changes nothing. */
export interface Route {
	/** The column shown where there is room for one only. */
	pane: 'list' | 'chat' | 'business';
	chat: string | null;
	/** The sheets over the chat, the lowest first. */
	sheets: Sheet[];
	tab: Tab;
}

export const TABS = ['catalog', 'templates', 'setup', 'troubles', 'deliveries', 'log'] as const;
export type Tab = (typeof TABS)[number];

export type Sheet =
	| { name: 'list'; entryId: string }
	| { name: 'catalog'; catalogId: string }
	| { name: 'product'; catalogId: string; sku: string }
	| { name: 'order'; entryId: string }
	| { name: 'cart' }
	| { name: 'customer' };

export const route = signal<Route>(parse(location.hash));
addEventListener('popstate', () => (route.value = parse(location.hash)));

export function hrefOf(change: Partial<Route>): string {
	const { pane, chat, sheets, tab } = { ...route.value, ...change };
	const query = new URLSearchParams({ pane, tab });
	if (chat) query.set('chat', chat);
	for (const sheet of sheets) query.append('sheet', JSON.stringify(sheet));
	return `#${query}`;
}

export function go(change: Partial<Route>, how: 'push' | 'replace' = 'push'): void {
	const depth = depthNow() + (how === 'push' ? 1 : 0);
	history[`${how}State`]({ depth }, '', hrefOf(change));
	route.value = { ...route.value, ...change };
}

export function openSheet(sheet: Sheet): void {
	go({ sheets: [...route.value.sheets, sheet] });
}

/** Goes back in the history; without one, after a reload, shows `otherwise`. */
export function back(otherwise: Partial<Route>): void {
	if (depthNow() > 0) history.back();
	else go(otherwise, 'replace');
}

export function closeSheet(): void {
	back({ sheets: route.value.sheets.slice(0, -1) });
}

export function closeAllSheets(): void {
	if (route.value.sheets.length > 0) go({ sheets: [] }, 'replace');
}

function depthNow(): number {
	return (history.state as { depth?: number } | null)?.depth ?? 0;
}

function parse(hash: string): Route {
	const query = new URLSearchParams(hash.slice(1));
	const one = <T extends string>(name: string, among: readonly T[]): T =>
		among.find((candidate) => candidate === query.get(name)) ?? (among[0] as T);
	return {
		pane: one('pane', ['list', 'chat', 'business'] as const),
		chat: query.get('chat'),
		sheets: query.getAll('sheet').flatMap(sheetIn),
		tab: one('tab', TABS),
	};
}

/** The address can be typed by hand: what is not a sheet is left out. */
function sheetIn(text: string): Sheet[] {
	try {
		const sheet = JSON.parse(text) as Sheet;
		return ['list', 'catalog', 'product', 'order', 'cart', 'customer'].includes(sheet.name)
			? [sheet]
			: [];
	} catch {
		return [];
	}
}
