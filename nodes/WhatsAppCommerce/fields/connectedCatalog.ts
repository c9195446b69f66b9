import { connectedCatalog, firstSendable } from '../../shared/graph/catalog/connectedCatalog';
import { LABELS } from '../../shared/payload/labels';
import { textLike } from '../../shared/payload/values/text';
import type { Run } from '../items/run';
import { product } from './product';
import { unreadLocator, without } from './reading/fields';

/**
 * The catalog that is connected to the business account.
 *
 * @throws InputProblems when there is none, NodeApiError when Meta refuses to tell
 */
export async function readConnectedCatalog(run: Run, item: number): Promise<string> {
	const catalogId = run.value(await connectedCatalog(run.graph), item);
	if (catalogId !== undefined) return catalogId;
	const sentence =
		'No catalog is connected to the business account. Connect one in WhatsApp Manager under Account tools › Catalog.';
	throw run.problem(LABELS.catalogId, sentence, item);
}

/** The product whose picture a message shows for the whole catalog. */
const chosenThumbnail = unreadLocator({
	...without(product.property, 'required'),
	displayName: LABELS.thumbnailProductRetailerId,
	name: 'thumbnailProductRetailerId',
	description:
		'The product whose picture stands above the text. Without one it is the first product of the catalog that can be sent.',
});

export const thumbnail = {
	property: chosenThumbnail.property,
	/**
	 * The chosen thumbnail, or the first product of the catalog that can be sent.
	 *
	 * @throws InputProblems when no product can be sent, NodeApiError when Meta refuses to tell
	 */
	async read(run: Run, item: number, catalogId: string): Promise<unknown> {
		const chosen = chosenThumbnail.read(run, item);
		if (textLike(chosen) !== '') return chosen;
		const first = run.value(await firstSendable(run.graph, catalogId), item);
		if (first) return first.retailer_id;
		const sentence =
			'No product among the first of the catalog can be sent, so there is none to show. Choose a Thumbnail Product.';
		throw run.problem(LABELS.thumbnailProductRetailerId, sentence, item);
	},
};
