import { ORDINARY } from '../catalog/product.mts';
import type { Product } from '../catalog/product.mts';

const COUNT = 10_000;
const FIRST_ID = 7_200_000_000_000_000;

const MATERIALS = [
	'Steel',
	'Oak',
	'Brass',
	'Cotton',
	'Bamboo',
	'Copper',
	'Linen',
	'Glass',
	'Cork',
	'Leather',
];
const THINGS = [
	'Hinge',
	'Shelf',
	'Hook',
	'Basket',
	'Lamp',
	'Tray',
	'Handle',
	'Jar',
	'Bracket',
	'Box',
];
const SIZES = ['XS', 'S', 'M', 'L', 'XL'];
const CATEGORIES = ['Hardware', 'Storage', 'Lighting', 'Kitchen', 'Garden'];

function pick(list: string[], index: number): string {
	return list[index % list.length] ?? '';
}

function makeProduct(number: number): Product {
	const index = number - 1;
	const code = String(number).padStart(5, '0');
	// The number is part of the name, so that a search finds exactly one product, wherever it is in the list.
	const name = `${pick(MATERIALS, index)} ${pick(THINGS, Math.floor(index / 10))} ${pick(SIZES, Math.floor(index / 100))} no. ${code}`;
	return {
		...ORDINARY,
		id: String(FIRST_ID + number),
		sku: `WH-${code}`,
		name,
		description: `${name}, from the shelf.`,
		category: pick(CATEGORIES, index),
		brand: 'Warehouse',
		priceMinor: 100 + ((number * 37) % 20_000),
		currency: 'EUR',
		availability: number % 50 === 0 ? 'out of stock' : 'in stock',
		inventory: number % 50 === 0 ? 0 : 1 + (number % 90),
	};
}

/** `WH-00001` … `WH-10000`; every 50th is out of stock. */
export function warehouseProducts(): Product[] {
	return Array.from({ length: COUNT }, (_unused, index) => makeProduct(index + 1));
}
