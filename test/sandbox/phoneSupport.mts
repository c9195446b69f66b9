import { CATALOG_IDS, CUSTOMERS } from '../../sandbox/shop/world.mts';
import type { TroubleValues } from '../../sandbox/troubles/table.mts';
import { Callback, Client } from './support.mts';
import type { Answer } from './support.mts';

export const [PABLO, KAETHE, ROBIN, SAM] = CUSTOMERS.map(({ userId }) => userId) as [
	string,
	string,
	string,
	string,
];

/** A message with one product, as the payload of a send. */
export const product = (sku = 'BAK-RYE', catalogId: string = CATALOG_IDS.cornerShop) => ({
	type: 'interactive',
	interactive: {
		type: 'product',
		body: { text: 'Fresh today' },
		action: { catalog_id: catalogId, product_retailer_id: sku },
	},
});

/** A list with one section per argument. */
export const list = (...sections: string[][]) => ({
	type: 'interactive',
	interactive: {
		type: 'product_list',
		header: { type: 'text', text: 'Our shop' },
		body: { text: 'Pick what you like' },
		footer: { text: 'Open until six' },
		action: {
			catalog_id: CATALOG_IDS.cornerShop,
			sections: sections.map((skus, index) => ({
				title: `Shelf ${index + 1}`,
				product_items: skus.map((sku) => ({ product_retailer_id: sku })),
			})),
		},
	},
});

export const text = (body = 'hi') => ({ type: 'text', text: { body } });

/** A sandbox, a receiver that is subscribed to it, and what the phone page does; fresh before each test. */
export class Phone extends Client {
	callback = new Callback();

	use(): this {
		beforeAll(() => Promise.all([this.start(), this.callback.start()]));
		afterAll(() => Promise.all([this.stop(), this.callback.stop()]));
		beforeEach(async () => {
			await this.sandbox.settled();
			await this.control('POST', 'reset');
			await this.subscribe(this.callback);
			Object.assign(this.callback, { received: [], status: 200, delayMs: 0, mostOpen: 0 });
		});
		return this;
	}

	troubles(values: Partial<TroubleValues>): Promise<Answer> {
		return this.control('PATCH', 'troubles', values);
	}

	orders(customer: string, lines: object[], more: object = {}): Promise<Answer> {
		return this.control('POST', `customers/${customer}/orders`, { lines, ...more });
	}

	writes(customer: string, body: string, more: object = {}): Promise<Answer> {
		return this.control('POST', `customers/${customer}/texts`, { body, ...more });
	}

	async chat(customer: string): Promise<any[]> {
		return (await this.control('GET', `customers/${customer}/chat`)).body;
	}

	async customer(key: string): Promise<any> {
		const { body } = await this.control('GET', 'customers');
		return body.find((customer: any) => customer.key === key);
	}

	async log(): Promise<any[]> {
		return (await this.control('GET', 'log')).body;
	}

	/** The `value` of each webhook received so far, when no more are under way. */
	async values(): Promise<any[]> {
		await this.sandbox.settled();
		return this.callback.payloads().map((payload) => payload.entry[0].changes[0].value);
	}

	/** Each status received so far, by name. */
	async statuses(): Promise<string[]> {
		return (await this.values()).flatMap(({ statuses = [] }) =>
			statuses.map(({ status }: any) => status),
		);
	}
}
