import { listOf, type FilterMaker } from './filter';

/** Only orders from, and questions about products of, these catalogs. Other events have no catalog. */
export const catalogs: FilterMaker = ({ filterCatalogs }) => {
	const wanted = new Set(listOf(filterCatalogs));
	if (wanted.size === 0) return undefined;
	return (event) => {
		if (event.event === 'order') return wanted.has(event.catalogId ?? '');
		if (event.event === 'productQuestion') return wanted.has(event.product.catalogId ?? '');
		return true;
	};
};
