import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { connect } from '../shared/graph/connection';
import * as catalog from './operations/catalog';
import type { Operation } from './items/operation';
import * as order from './operations/order';
import * as productMessage from './operations/productMessage';
import * as setup from './operations/setup';
import * as template from './operations/template';

/** A Map and not an object: a name like "constructor" in a workflow file must not find anything. */
const OPERATIONS = new Map<string, Operation>([
	['productMessage.sendSingleProduct', productMessage.sendSingleProduct.execute],
	['productMessage.sendMultiProduct', productMessage.sendMultiProduct.execute],
	['productMessage.sendProductCarousel', productMessage.sendProductCarousel.execute],
	['productMessage.sendCatalog', productMessage.sendCatalog.execute],
	['productMessage.sendProductTemplate', productMessage.sendProductTemplate.execute],
	['template.createTemplate', template.createTemplate.execute],
	['template.getTemplates', template.getTemplates.execute],
	['catalog.getProducts', catalog.getProducts.execute],
	['catalog.getProduct', catalog.getProduct.execute],
	['catalog.getProductSets', catalog.getProductSets.execute],
	['catalog.checkProducts', catalog.checkProducts.execute],
	['order.reorder', order.reorder.execute],
	['order.checkOrder', order.checkOrder.execute],
	['setup.diagnose', setup.diagnose.execute],
	['setup.getCommerceSettings', setup.getCommerceSettings.execute],
	['setup.updateCommerceSettings', setup.updateCommerceSettings.execute],
]);

/** Items in → operation → items out. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const name = `${this.getNodeParameter('resource', 0)}.${this.getNodeParameter('operation', 0)}`;
	const execute = OPERATIONS.get(name);
	if (!execute) {
		throw new NodeOperationError(this.getNode(), `The operation "${name}" does not exist`, {
			description: 'Choose a resource and an operation of this node, or update the package.',
		});
	}
	return [await execute.call(this, await connect(this))];
}
