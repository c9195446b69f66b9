/** Values of `availability`, `visibility` and `review_status`: facts 6.2. */
export const AVAILABILITIES = ['in stock', 'out of stock', 'preorder'] as const;
export const VISIBILITIES = ['published', 'staging'] as const;
export type Availability = (typeof AVAILABILITIES)[number];
export type Visibility = (typeof VISIBILITIES)[number];
export type ReviewStatus = 'approved' | 'pending' | 'rejected';

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
	salePriceMinor: number | null;
	currency: string;
	availability: Availability;
	visibility: Visibility;
	reviewStatus: ReviewStatus;
	inventory: number;
}

/** What a business may edit. Open messages show it at once, since WhatsApp fetches products live (facts 1.2, 1.12). */
export type ProductEdit = Partial<
	Pick<Product, 'name' | 'priceMinor' | 'salePriceMinor' | 'availability' | 'visibility'>
>;

export class Catalog {
	readonly id: string;
	readonly name: string;
	readonly currency: string;
	readonly #make: () => Product[];
	#products: Product[] | null = null;
	#bySku: Map<string, Product> | null = null;
	#review: ReviewStatus | null = null;
	/** By SKU: all that differs from the fixtures. */
	readonly edits = new Map<string, ProductEdit>();

	constructor(id: string, name: string, currency: string, make: () => Product[]) {
		this.id = id;
		this.name = name;
		this.currency = currency;
		this.#make = make;
	}

	/** Made on first use, so that the 10,000 products of the Warehouse cost nothing until they are needed. */
	get products(): Product[] {
		this.#products ??= this.#make().map((product) =>
			Object.assign(
				product,
				this.edits.get(product.sku),
				this.#review === null ? {} : { reviewStatus: this.#review },
			),
		);
		return this.#products;
	}

	/** Gives every product this review status; null gives each its own again. */
	reviewAll(status: ReviewStatus | null): void {
		if (status === this.#review) return;
		this.#review = status;
		this.#products = null;
		this.#bySku = null;
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
}
