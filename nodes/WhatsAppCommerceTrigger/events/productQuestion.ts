import { namesProduct, readProductQuestion } from '../../shared/payload/webhooks/productQuestion';
import type { EventReader } from './event';
import { unrecognized } from './unrecognized';

/** A text that a customer wrote about a product. */
export const productQuestion: EventReader = (part) => {
	if (part.kind !== 'message' || part.type !== 'text' || !namesProduct(part)) return undefined;
	return (
		readProductQuestion(part) ??
		unrecognized(part, 'The question about a product has no text or no SKU.')
	);
};
