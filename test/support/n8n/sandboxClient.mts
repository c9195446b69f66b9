/** The sandbox's control API, as far as the tests use it. */

export interface SandboxMessage {
	id: string;
	phoneNumberId: string;
	customer: string;
	type: string;
	payload: Record<string, unknown>;
	products: string[];
	fate: string;
}

export interface Delivery {
	id: string;
	event: string;
	url: string;
	attempts: Array<{ status: number | null; ms: number; answer: string }>;
}

export interface GraphCall {
	method: string;
	path: string;
	query: Record<string, string>;
	body: unknown;
	status: number;
	token: string;
}

export interface OrderRequest {
	lines: Array<{ sku: string; quantity: number; price?: number; currency?: string }>;
	note?: string;
	catalogId?: string;
	phoneNumberId?: string;
}

export class SandboxClient {
	readonly url: string;

	constructor(url: string) {
		this.url = url;
	}

	async reset(): Promise<void> {
		await this.call('POST', 'reset', {});
	}

	async messages(): Promise<SandboxMessage[]> {
		return await this.call('GET', 'messages');
	}

	async calls(): Promise<GraphCall[]> {
		return await this.call('GET', 'calls');
	}

	async orders(
		customer: string,
		order: OrderRequest,
	): Promise<{ orderId: string; deliveries: Delivery[] }> {
		return await this.call('POST', `customers/${customer}/orders`, order);
	}

	async writes(
		customer: string,
		body: string,
	): Promise<{ messageId: string; deliveries: Delivery[] }> {
		return await this.call('POST', `customers/${customer}/texts`, { body });
	}

	/** "Message business" on a product. */
	async asks(customer: string, sku: string, body: string): Promise<{ messageId: string }> {
		return await this.call('POST', `customers/${customer}/questions`, { sku, body });
	}

	/** What goes wrong from now on, by the names of sandbox/world/troubles/table.mts. */
	async troubles(values: Record<string, unknown>): Promise<void> {
		await this.call('PATCH', 'troubles', values);
	}

	/** Changes a product of a catalog, for instance its availability. */
	async editProduct(catalogId: string, sku: string, values: object): Promise<void> {
		await this.call('PATCH', `catalogs/${catalogId}/products/${encodeURIComponent(sku)}`, values);
	}

	/** The status of a phone number, as in sandbox/world/numberState.mts. */
	async standing(phoneNumberId: string, change: object): Promise<void> {
		await this.call('PATCH', `setup/numbers/${phoneNumberId}`, change);
	}

	/** Any webhook, signed or not, so many times at once. */
	async delivers(
		payload: object,
		signature: 'valid' | 'wrong' | 'missing',
		times = 1,
	): Promise<Delivery> {
		const { deliveries } = await this.call<{ deliveries: Delivery[] }>('POST', 'deliveries', {
			payload,
			signature,
			times,
			atOnce: true,
		});
		return only(deliveries);
	}

	/** The same bytes once more. */
	async deliversAgain(id: string): Promise<Delivery> {
		const { deliveries } = await this.call<{ deliveries: Delivery[] }>(
			'POST',
			`deliveries/${id}/again`,
			{},
		);
		return only(deliveries);
	}

	/** The answer to `GET /{app}/subscriptions`, for which Meta wants the app's own token. */
	async subscriptions(
		app: string,
		appToken: string,
	): Promise<Array<{ callback_url: string; object: string }>> {
		const query = new URLSearchParams({ access_token: appToken });
		const response = await fetch(`${this.url}/v26.0/${app}/subscriptions?${query.toString()}`);
		return ((await response.json()) as { data: Array<{ callback_url: string; object: string }> })
			.data;
	}

	private async call<T>(method: string, path: string, body?: object): Promise<T> {
		const response = await fetch(`${this.url}/control/${path}`, {
			method,
			headers: body ? { 'content-type': 'application/json' } : {},
			body: body ? JSON.stringify(body) : null,
		});
		if (!response.ok)
			throw new Error(`${method} /control/${path}: ${response.status} ${await response.text()}`);
		return (await response.json()) as T;
	}
}

export function only<T>(list: T[]): T {
	expect(list).toHaveLength(1);
	return list[0] as T;
}
