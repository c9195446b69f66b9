import { priceStyle } from '../catalog/price.mts';
import { Catalog } from '../catalog/product.mts';
import { cornerShopProducts } from './cornerShop.mts';
import { warehouseProducts } from './warehouse.mts';
import { CATALOG_IDS } from './world.mts';

/**
 * Facts 6.1 has one catalog per business account [3P]. The sandbox is wider on purpose: both catalogs are connected and both
 * can be sent from, so that a drop-down has a choice, and its paging and search can be tested on 10,000 products.
 */
export function createCatalogs(): Map<string, Catalog> {
	return new Map(
		[
			new Catalog(CATALOG_IDS.cornerShop, 'Corner Shop', priceStyle('USD'), cornerShopProducts),
			new Catalog(CATALOG_IDS.warehouse, 'Warehouse', priceStyle('EUR'), warehouseProducts),
		].map((catalog) => [catalog.id, catalog]),
	);
}
