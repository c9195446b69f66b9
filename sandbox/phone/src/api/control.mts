import { call } from './http.mts';
import type {
	CatalogSummary,
	Customer,
	CustomerChange,
	Delivery,
	Entry,
	LogEntry,
	NumberSetup,
	Outcome,
	Product,
	ProductChange,
	Setup,
	Template,
	TemplateStatus,
	Trouble,
	TroubleValue,
} from './types.mts';

/** The control API, one function per call that the page makes. */

const customer = (key: string) => `customers/${encodeURIComponent(key)}`;
const product = (catalogId: string, sku: string) =>
	`catalogs/${encodeURIComponent(catalogId)}/products/${encodeURIComponent(sku)}`;

export const getWorld = () => call<{ businessAccount: { name: string } }>('GET', 'world');
export const reset = () => call('POST', 'reset', {});

export const getCustomers = () => call<Customer[]>('GET', 'customers');
export const patchCustomer = (key: string, change: CustomerChange) =>
	call('PATCH', customer(key), change);
export const getChat = (key: string) => call<Entry[]>('GET', `${customer(key)}/chat`);
export const postRead = (key: string) => call('POST', `${customer(key)}/read`, {});

/** `phoneNumberId`: the business's number it goes to; the first one if left out. */
interface Letter {
	body: string;
	phoneNumberId?: string | undefined;
}
export const postText = (key: string, letter: Letter & { quotedId?: string | undefined }) =>
	call<Outcome>('POST', `${customer(key)}/texts`, letter);
export const postQuestion = (key: string, letter: Letter & { catalogId: string; sku: string }) =>
	call<Outcome>('POST', `${customer(key)}/questions`, letter);
export const postEdit = (key: string, edit: { messageId: string; body: string }) =>
	call<Outcome>('POST', `${customer(key)}/edits`, edit);
export const postRevoke = (key: string, messageId: string) =>
	call<Outcome>('POST', `${customer(key)}/revokes`, { messageId });
export const postOrder = (
	key: string,
	order: {
		catalogId: string;
		note: string;
		lines: Array<{ sku: string; quantity: number }>;
		phoneNumberId?: string | undefined;
	},
) => call<Outcome>('POST', `${customer(key)}/orders`, order);

export const getCatalogs = () => call<CatalogSummary[]>('GET', 'catalogs');
export const getProduct = (catalogId: string, sku: string) =>
	call<Product>('GET', product(catalogId, sku));
export const patchProduct = (catalogId: string, sku: string, change: ProductChange) =>
	call<Product>('PATCH', product(catalogId, sku), change);

export function getProducts(catalogId: string, search: string, after: string | null) {
	const query = new URLSearchParams({ limit: '30' });
	if (search) query.set('search', search);
	if (after) query.set('after', after);
	return call<{ products: Product[]; next: string | null }>(
		'GET',
		`catalogs/${encodeURIComponent(catalogId)}/products?${query}`,
	);
}

export const getTemplates = () => call<Template[]>('GET', 'templates');
export const patchTemplate = (id: string, status: TemplateStatus) =>
	call<Template>('PATCH', `templates/${encodeURIComponent(id)}`, { status });

export const getSetup = () => call<Setup>('GET', 'setup');
export const patchAccount = (change: Partial<Pick<Setup, 'accountSubscribed' | 'accountHealth'>>) =>
	call<Setup>('PATCH', 'setup', change);
export const patchCatalog = (id: string, connected: boolean) =>
	call<Setup>('PATCH', `setup/catalogs/${encodeURIComponent(id)}`, { connected });
export const patchNumber = (id: string, change: Partial<NumberSetup>) =>
	call<Setup>('PATCH', `setup/numbers/${encodeURIComponent(id)}`, change);

export const getTroubles = () => call<{ troubles: Trouble[] }>('GET', 'troubles');
export const patchTrouble = (name: string, value: TroubleValue) =>
	call('PATCH', 'troubles', { [name]: value });
export const deleteTroubles = () => call('DELETE', 'troubles');

export const getDeliveries = () => call<Delivery[]>('GET', 'deliveries');
export const postDeliveryAgain = (id: string) =>
	call('POST', `deliveries/${encodeURIComponent(id)}/again`, {});

export const getLog = (after: LogEntry['id'] | null) =>
	call<LogEntry[]>(
		'GET',
		after === null ? 'log' : `log?after=${encodeURIComponent(String(after))}`,
	);
