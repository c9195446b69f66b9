/** `availability` and `visibility` and `review_status` values: facts 6.2. */
export type Availability = 'in stock' | 'out of stock' | 'preorder';
export type Visibility = 'published' | 'staging';
export type ReviewStatus = 'approved' | 'pending' | 'rejected';

export interface Product {
	/** Meta's own numeric id: never what a message names (facts 0 #6). */
	id: string;
	/** The merchant's SKU: what a message names. */
	sku: string;
	name: string;
	description: string;
	category: string;
	brand: string;
	/** In the currency's smallest unit. */
	priceMinor: number;
	salePriceMinor: number | null;
	currency: string;
	availability: Availability;
	visibility: Visibility;
	reviewStatus: ReviewStatus;
	inventory: number;
}

export class Catalog {
	readonly id: string;
	readonly name: string;
	readonly currency: string;
	readonly #make: () => Product[];
	#products: Product[] | null = null;
	#bySku: Map<string, Product> | null = null;

	constructor(id: string, name: string, currency: string, make: () => Product[]) {
		this.id = id;
		this.name = name;
		this.currency = currency;
		this.#make = make;
	}

	/** Made at the first look: nobody pays for the 10,000 products of the Warehouse before somebody opens it. */
	get products(): Product[] {
		this.#products ??= this.#make();
		return this.#products;
	}

	find(sku: string): Product | undefined {
		this.#bySku ??= new Map(this.products.map((product) => [product.sku, product]));
		return this.#bySku.get(sku);
	}
}
