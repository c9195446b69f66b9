import type { Operation } from '../items/operation';
import { checkProducts } from './catalog/checkProducts';
import { getProduct } from './catalog/getProduct';
import { getProducts } from './catalog/getProducts';
import { getProductSets } from './catalog/getProductSets';
import { checkOrder } from './order/checkOrder';
import { sendReorder } from './order/sendReorder';
import { sendCatalog } from './productMessage/sendCatalog';
import { sendMultiProduct } from './productMessage/sendMultiProduct';
import { sendProductCarousel } from './productMessage/sendProductCarousel';
import { sendProductTemplate } from './productMessage/sendProductTemplate';
import { sendSingleProduct } from './productMessage/sendSingleProduct';
import { diagnose } from './setup/diagnose';
import { getCommerceSettings } from './setup/getCommerceSettings';
import { updateCommerceSettings } from './setup/updateCommerceSettings';
import { createTemplate } from './template/createTemplate';
import { getTemplates } from './template/getTemplates';

/** A resource of the node: its name in the editor, and the operation that it begins with. */
export interface Resource {
	name: string;
	value: Operation['resource'];
	default: Operation['value'];
	/** In the order of their fields in the description. */
	operations: Operation[];
}

/** In the order of the editor's list, which n8n wants alphabetical. */
export const RESOURCES: Resource[] = [
	{
		name: 'Catalog',
		value: 'catalog',
		default: 'getProducts',
		operations: [checkProducts, getProduct, getProductSets, getProducts],
	},
	{
		name: 'Order',
		value: 'order',
		default: 'reorder',
		operations: [checkOrder, sendReorder],
	},
	{
		name: 'Product Message',
		value: 'productMessage',
		default: 'sendSingleProduct',
		operations: [
			sendSingleProduct,
			sendMultiProduct,
			sendProductCarousel,
			sendCatalog,
			sendProductTemplate,
		],
	},
	{
		name: 'Setup',
		value: 'setup',
		default: 'diagnose',
		operations: [diagnose, getCommerceSettings, updateCommerceSettings],
	},
	{
		name: 'Template',
		value: 'template',
		default: 'getTemplates',
		operations: [createTemplate, getTemplates],
	},
];
