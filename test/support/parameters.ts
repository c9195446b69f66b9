import type { IDataObject } from 'n8n-workflow';

import { CATALOG_IDS, CUSTOMERS, PHONE_NUMBERS } from '../../sandbox/world/shop/world.mts';
import { byId } from './run';

/** Fixture ids of the sandbox. */
export const PHONE_NUMBER_ID = PHONE_NUMBERS[0].id;
export const CATALOG_ID: string = CATALOG_IDS.cornerShop;
export const WAREHOUSE_ID: string = CATALOG_IDS.warehouse;
export const USER_ID = CUSTOMERS[0].userId;

const common = {
	phoneNumberId: byId(PHONE_NUMBER_ID),
	recipient: '+1 650 555 1234',
	catalogId: byId(CATALOG_ID),
};

export const singleProduct: IDataObject = {
	...common,
	operation: 'sendSingleProduct',
	productRetailerId: byId('BAK-RYE'),
};

export const multiProduct: IDataObject = {
	...common,
	operation: 'sendMultiProduct',
	headerText: 'Fresh today',
	bodyText: 'Choose what you like',
	sections: { section: [section('Bread', { skus: 'BAK-RYE, BAK-BAGEL' })] },
};

/** A section as the editor saves it: picked rows and pasted SKUs. */
export function section(
	title: string,
	{ rows = [], skus = '' }: { rows?: string[]; skus?: unknown } = {},
): IDataObject {
	const product = rows.map((sku) => ({ productRetailerId: byId(sku) }));
	return { title, skus, ...(rows.length > 0 && { products: { product } }) } as IDataObject;
}

/** SKUs of the generated catalog. */
export const warehouseSkus = (count: number, from = 1): string[] =>
	Array.from({ length: count }, (_, index) => `WH-${String(index + from).padStart(5, '0')}`);
