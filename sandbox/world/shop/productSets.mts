import type { ProductSet } from '../catalog/productSet.mts';
import { CATALOG_IDS } from './world.mts';

export const PRODUCT_SET_IDS = {
	bakery: '318402775910011',
	fruitAndVegetables: '318402775910012',
	dairyAndEggs: '318402775910013',
	coffeeAndTea: '318402775910014',
	pantry: '318402775910015',
	sweets: '318402775910016',
	household: '318402775910017',
	weeklyBasket: '318402775910021',
	empty: '318402775910031',
	promotion: '328402775910041',
} as const;

/** From all shelves, in an order of its own; one product is sold out, one is hidden, the other ten can be sent. */
export const WEEKLY_BASKET = [
	'COF-HOUSE',
	'BAK-SOURDOUGH',
	'DAI-BUTTER',
	'BAK-BAGUETTE',
	'PAN-HONEY',
	'FRU-APPLE',
	'SWE-CHRISTMAS',
	'DAI-EGGS-12',
	'TEA/EG 50+5',
	'VEG-TOMATO',
	'HOU-TOTE',
	'BAK-CROISSANT',
];

/** 95 products, more than three messages hold: `WH-00104`, `WH-00208` … `WH-09880`; three of them are out of stock. */
export const PROMOTION = Array.from(
	{ length: 95 },
	(_unused, index) => `WH-${String((index + 1) * 104).padStart(5, '0')}`,
);

/** In the order in which the catalogs list them. */
export const PRODUCT_SETS: ProductSet[] = [
	categorySet(PRODUCT_SET_IDS.bakery, 'Bakery'),
	categorySet(PRODUCT_SET_IDS.fruitAndVegetables, 'Fruit & Vegetables'),
	categorySet(PRODUCT_SET_IDS.dairyAndEggs, 'Dairy & Eggs'),
	categorySet(PRODUCT_SET_IDS.coffeeAndTea, 'Coffee & Tea'),
	categorySet(PRODUCT_SET_IDS.pantry, 'Pantry'),
	categorySet(PRODUCT_SET_IDS.sweets, 'Sweets'),
	categorySet(PRODUCT_SET_IDS.household, 'Household'),
	{
		id: PRODUCT_SET_IDS.weeklyBasket,
		catalogId: CATALOG_IDS.cornerShop,
		name: 'Weekly basket',
		retailerId: 'weekly-basket',
		contents: { skus: WEEKLY_BASKET },
	},
	// No shelf has this category, so the set is empty.
	categorySet(PRODUCT_SET_IDS.empty, 'Flowers'),
	{
		id: PRODUCT_SET_IDS.promotion,
		catalogId: CATALOG_IDS.warehouse,
		name: 'Promotion',
		retailerId: 'promotion',
		contents: { skus: PROMOTION },
	},
];

function categorySet(id: string, category: string): ProductSet {
	return {
		id,
		catalogId: CATALOG_IDS.cornerShop,
		name: category,
		retailerId: null,
		contents: { category },
	};
}

export function findProductSet(id: string): ProductSet | undefined {
	return PRODUCT_SETS.find((set) => set.id === id);
}
