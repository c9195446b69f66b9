import { listOf, type FilterMaker } from './filter';

/** Only orders with at least one of these products, and questions about one. Other events have none. */
export const skus: FilterMaker = ({ filterSkus }) => {
	const wanted = new Set(listOf(filterSkus));
	if (wanted.size === 0) return undefined;
	return (event) => {
		if (event.event === 'order') return event.lines.some(({ sku }) => wanted.has(sku ?? ''));
		if (event.event === 'productQuestion') return wanted.has(event.product.sku);
		return true;
	};
};
