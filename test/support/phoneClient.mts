import { CATALOG_IDS, CUSTOMERS } from '../../sandbox/world/shop/world.mts';
import type { TroubleValues } from '../../sandbox/world/troubles/table.mts';
import { Callback, Client } from './client.mts';
import type { Answer } from './client.mts';

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

/** A message that opens the catalog. */
export const catalogMessage = (change: object = {}, parameters: unknown = THUMBNAIL) => ({
	type: 'interactive',
	interactive: {
		type: 'catalog_message',
		body: { text: 'All we have' },
		footer: { text: 'Open until six' },
		action: { name: 'catalog_message', parameters },
		...change,
	},
});

const THUMBNAIL = { thumbnail_product_retailer_id: 'BAK-RYE' };

/** Product cards to swipe through. */
export const carousel = (...skus: string[]) => ({
	type: 'interactive',
	interactive: {
		type: 'carousel',
		body: { text: 'Three for you' },
		action: {
			cards: skus.map((sku, index) => ({
				card_index: index,
				type: 'product',
				action: { product_retailer_id: sku, catalog_id: CATALOG_IDS.cornerShop },
			})),
		},
	},
});

/** One of the world's templates (sandbox/world/shop/templates.mts). */
export const template = (name: string, components: unknown, code = 'en_US') => ({
	type: 'template',
	template: { name, language: { code }, components },
});

export const texts = (type: string, ...values: string[]) => ({
	type,
	parameters: values.map((value) => ({ type: 'text', text: value })),
});

export const actionButton = (subType: string, action: object) => ({
	type: 'button',
	sub_type: subType,
	index: 0,
	parameters: [{ type: 'action', action }],
});

export const productHeader = (sku: string, catalogId: string = CATALOG_IDS.cornerShop) => ({
	type: 'header',
	parameters: [{ type: 'product', product: { product_retailer_id: sku, catalog_id: catalogId } }],
});

export const mpmTemplate = (sections: string[][], code = 'en_US') =>
	template(
		'reorder_reminder',
		[
			texts('header', 'Pablo'),
			texts('body', 'rye bread', 'Mira'),
			actionButton('mpm', {
				thumbnail_product_retailer_id: sections[0]?.[0],
				sections: sections.map((skus, index) => ({
					title: `Shelf ${index + 1}`,
					product_items: skus.map((sku) => ({ product_retailer_id: sku })),
				})),
			}),
		],
		code,
	);

export const spmTemplate = (sku: string) =>
	template('back_in_stock', [
		productHeader(sku),
		{
			type: 'body',
			parameters: [
				{ type: 'text', parameter_name: 'product', text: 'Our rye bread' },
				{ type: 'text', parameter_name: 'first_name', text: 'Pablo' },
			],
		},
	]);

export const catalogTemplate = (sku = 'BAK-RYE') =>
	template('browse_catalog', [
		texts('body', 'Pablo'),
		actionButton('CATALOG', { thumbnail_product_retailer_id: sku }),
	]);

const cards = (skus: string[], button?: (sku: string) => object) => ({
	type: 'carousel',
	cards: skus.map((sku, index) => ({
		card_index: index,
		components: [productHeader(sku), ...(button ? [button(sku)] : [])],
	})),
});

export const carouselTemplate = (...skus: string[]) =>
	template('weekly_picks', [texts('body', 'Pablo'), cards(skus)]);

export const urlCarouselTemplate = (...skus: string[]) =>
	template('recipes_online', [
		cards(skus, (sku) => ({
			type: 'button',
			sub_type: 'url',
			index: 0,
			parameters: [{ type: 'text', text: sku.toLowerCase() }],
		})),
	]);

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
