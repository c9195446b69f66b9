import type { ProductListEntry } from '../api/types.mts';

/** The customer is not told of products that the catalog did not have; who builds the business sees it here. */
export function LeftOut({ entry }: { entry: ProductListEntry }) {
	const { dropped = [] } = entry;
	if (dropped.length === 0) return null;
	return <p class="left-out">Left out, not found in the catalog: {dropped.join(', ')}</p>;
}
