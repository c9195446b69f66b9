import type { PriceStyle } from './price.mts';

/** Values of `availability`, `visibility` and `review_status`: facts 6.2. */
export const AVAILABILITIES = ['in stock', 'out of stock', 'preorder'] as const;
export const VISIBILITIES = ['published', 'staging'] as const;
/** The empty one: what comes back even for items that are shown (facts 17.1). */
export const REVIEW_STATUSES = ['approved', 'pending', 'rejected', 'outdated', ''] as const;
export type Availability = (typeof AVAILABILITIES)[number];
export type Visibility = (typeof VISIBILITIES)[number];
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

export interface Product {
	/** Meta's own numeric id, which no message names (facts 0 #6). */
	id: string;
	/** The merchant's SKU, by which messages name a product. */
	sku: string;
	name: string;
	description: string;
	category: string;
	brand: string;
	/** In the currency's smallest unit. */
	priceMinor: number;
	/** As the merchant gave it, also when it is none (salePrice.mts). */
	salePriceMinor: number | null;
	/** ISO times between which the sale counts; null for no such end (facts 17.4). */
	salePriceStart: string | null;
	salePriceEnd: string | null;
	currency: string;
	availability: Availability;
	visibility: Visibility;
	reviewStatus: ReviewStatus;
	/**
	 * WhatsApp's own state, `capability_to_review_status` key WHATSAPP (facts 17.1): its five values are in review.mts, others may come.
	 * Null: there is no such entry.
	 */
	whatsappReview: string | null;
	/** Stale at Meta; what counts is the other one (facts 17.5). Null leaves the field out. */
	inventory: number | null;
	quantityToSell: number | null;
	size: string | null;
	color: string | null;
	/** The merchant's id of the group that variants share (facts 17.10), which is no SKU itself. */
	groupId: string | null;
}

/** What most products of the shop have. */
export const ORDINARY = {
	salePriceMinor: null,
	salePriceStart: null,
	salePriceEnd: null,
	availability: 'in stock',
	visibility: 'published',
	reviewStatus: 'approved',
	whatsappReview: 'APPROVED',
	quantityToSell: null,
	size: null,
	color: null,
	groupId: null,
} satisfies Partial<Product>;

/**
 * What may change about a product: by the business, or by Meta's review. Open messages show it at once, since WhatsApp fetches products
 * live (facts 1.2, 1.12).
 */
export type ProductEdit = Partial<Omit<Product, 'id' | 'sku' | 'category' | 'brand' | 'currency'>>;

/** The review of a product on both levels (facts 17.1). */
type Review = Pick<Product, 'reviewStatus' | 'whatsappReview'>;

export class Catalog {
	readonly id: string;
	readonly name: string;
	readonly #make: () => Product[];
	#products: Product[] | null = null;
	#bySku: Map<string, Product> | null = null;
	#review: Review | null = null;
	#prices: PriceStyle;
	/** By SKU: all that differs from the fixtures. */
	readonly edits = new Map<string, ProductEdit>();

	constructor(id: string, name: string, prices: PriceStyle, make: () => Product[]) {
		this.id = id;
		this.name = name;
		this.#prices = prices;
		this.#make = make;
	}

	get currency(): string {
		return this.#prices.currency;
	}

	/** How the Graph API writes its prices. */
	get prices(): PriceStyle {
		return this.#prices;
	}

	/** Another currency is that of all its products: their prices keep their digits, in its smallest unit. */
	set prices(style: PriceStyle) {
		this.#prices = style;
		this.#forget();
	}

	/** Made on first use, so that the 10,000 products of the Warehouse cost nothing until they are needed. */
	get products(): Product[] {
		const { currency } = this;
		this.#products ??= this.#make().map((product) =>
			Object.assign(product, this.edits.get(product.sku), { currency }, this.#review),
		);
		return this.#products;
	}

	/** Gives every product this review; null gives each its own again. */
	reviewAll(review: Review | null): void {
		if (review === this.#review) return;
		this.#review = review;
		this.#forget();
	}

	find(sku: string): Product | undefined {
		this.#bySku ??= new Map(this.products.map((product) => [product.sku, product]));
		return this.#bySku.get(sku);
	}

	/** For a SKU that exists, or will once the products are made. */
	edit(sku: string, edit: ProductEdit): void {
		this.edits.set(sku, { ...this.edits.get(sku), ...edit });
		if (this.#products) Object.assign(this.find(sku) ?? {}, edit);
	}

	#forget(): void {
		this.#products = null;
		this.#bySku = null;
	}
}
