import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { connectedCatalog, firstSendable } from '../../shared/graph/catalog/connectedCatalog';
import type { Graph } from '../../shared/graph/connection';
import { readRefusedError } from '../../shared/graph/refusals/readRefused';
import { textLike } from '../../shared/payload/values/text';
import { DraftError } from '../items/draftError';
import { productField } from './product';

/** The product whose picture stands for the catalog. */
export const thumbnailField: INodeProperties = {
	...productField,
	displayName: 'Thumbnail Product',
	name: 'thumbnailProductRetailerId',
	required: undefined,
	description:
		'The product whose picture stands above the text. Without one it is the first product of the catalog that can be sent.',
};

/**
 * The catalog that is connected to the business account.
 *
 * @throws DraftError when there is none, NodeApiError when Meta refuses to tell
 */
export async function readConnectedCatalog(
	this: IExecuteFunctions,
	item: number,
	graph: Graph,
): Promise<string> {
	const result = await connectedCatalog(graph);
	if (!result.ok) throw readRefusedError(this.getNode(), result.refusal, item);
	if (result.value !== undefined) return result.value;
	const sentence =
		'No catalog is connected to the business account. Connect one in WhatsApp Manager under Account tools › Catalog.';
	throw new DraftError(this.getNode(), [{ field: 'Catalog', sentence }], item);
}

/**
 * The chosen thumbnail, or the first product of the catalog that can be sent.
 *
 * @throws DraftError when no product can be sent, NodeApiError when Meta refuses to tell
 */
export async function readThumbnail(
	this: IExecuteFunctions,
	item: number,
	graph: Graph,
	catalogId: string,
): Promise<unknown> {
	const chosen = this.getNodeParameter(thumbnailField.name, item, '', { extractValue: true });
	if (textLike(chosen) !== '') return chosen;
	const result = await firstSendable(graph, catalogId);
	if (!result.ok) throw readRefusedError(this.getNode(), result.refusal, item);
	if (result.value) return result.value.retailer_id;
	const sentence =
		'No product among the first of the catalog can be sent, so there is none to show. Choose a Thumbnail Product.';
	throw new DraftError(this.getNode(), [{ field: 'Thumbnail Product', sentence }], item);
}
