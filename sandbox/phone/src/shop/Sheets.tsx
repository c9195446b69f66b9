import { openChat } from '../state/chats.mts';
import { route, type Sheet } from '../state/route.mts';
import { CartSheet } from './CartSheet.tsx';
import { CatalogSheet } from './CatalogSheet.tsx';
import { CustomerSheet } from './CustomerSheet.tsx';
import { ListSheet } from './ListSheet.tsx';
import { OrderSheet } from './OrderSheet.tsx';
import { ProductSheet } from './ProductSheet.tsx';

/** All open sheets, one over the other: each keeps its scroll position and where the focus returns to. */
export function Sheets() {
	const { sheets } = route.value;
	return (
		<>
			{sheets.map((sheet, index) => (
				<OneSheet
					key={`${index} ${sheet.name}`}
					sheet={sheet}
					covered={index < sheets.length - 1}
				/>
			))}
		</>
	);
}

function OneSheet({ sheet, covered }: { sheet: Sheet; covered: boolean }) {
	switch (sheet.name) {
		case 'cart':
			return <CartSheet covered={covered} />;
		case 'customer':
			return <CustomerSheet covered={covered} />;
		case 'catalog':
			return <CatalogSheet catalogId={sheet.catalogId} covered={covered} />;
		case 'product':
			return <ProductSheet catalogId={sheet.catalogId} sku={sheet.sku} covered={covered} />;
		case 'list': {
			const entry = openChat.value?.find(({ id }) => id === sheet.entryId);
			return entry?.kind === 'product_list' ? <ListSheet entry={entry} covered={covered} /> : null;
		}
		case 'order': {
			const entry = openChat.value?.find(({ id }) => id === sheet.entryId);
			return entry?.kind === 'order' ? <OrderSheet entry={entry} covered={covered} /> : null;
		}
	}
}
