import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { CarouselCard as Card, CarouselEntry } from '../api/types.mts';
import { Icon } from '../parts/Icon.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { ProductPicture } from '../parts/ProductPicture.tsx';
import { productOf } from '../state/products.mts';
import { openSheet } from '../state/route.mts';
import { isShown } from '../state/shelf.mts';
import { Availability } from './Availability.tsx';
import { Words } from './Words.tsx';

/** Product cards (facts 1.5, 1.9), moved by swiping, by the two buttons, or with the arrow keys while the row has the focus. */
export function CarouselCard({ entry }: { entry: CarouselEntry }) {
	const row = useRef<HTMLUListElement>(null);
	const at = useSignal(0);
	const last = entry.cards.length - 1;
	const show = (index: number) => {
		const card = row.current?.children[index];
		// Not scrollIntoView: that would move the chat too.
		if (card instanceof HTMLElement && row.current)
			row.current.scrollTo({ left: card.offsetLeft - row.current.offsetLeft });
	};
	const noteScroll = () => {
		const list = row.current;
		const [first, second] = list?.children ?? [];
		if (!list || !(first instanceof HTMLElement) || !(second instanceof HTMLElement)) return;
		const atEnd = list.scrollLeft + list.clientWidth >= list.scrollWidth - 1;
		const step = second.offsetLeft - first.offsetLeft;
		at.value = atEnd ? last : Math.round(list.scrollLeft / step);
	};
	return (
		<>
			<Words body={entry.bodyText} />
			<div class="carousel" role="group" aria-label={`${entry.cards.length} products`}>
				<ul class="carousel-cards" ref={row} tabIndex={0} onScroll={noteScroll}>
					{entry.cards.map((card, index) => (
						<li key={index} class="carousel-card" data-sku={card.sku}>
							<OneCard card={card} entry={entry} />
						</li>
					))}
				</ul>
				<div class="carousel-moves">
					<IconButton
						icon="back"
						size={18}
						label="Previous product"
						disabled={at.value === 0}
						onClick={() => show(at.value - 1)}
					/>
					<IconButton
						icon="more"
						size={18}
						label="Next product"
						disabled={at.value === last}
						onClick={() => show(at.value + 1)}
					/>
				</div>
			</div>
		</>
	);
}

function OneCard({ card, entry }: { card: Card; entry: CarouselEntry }) {
	const { catalogId, buttonText } = entry;
	const { sku, url } = card;
	const product = productOf(catalogId, sku);
	return (
		<>
			<ProductPicture product={product} class="picture-wide" />
			<div class="card-words">
				<p class="card-title">{product?.name ?? (product === null ? sku : '\u00a0')}</p>
				<Availability product={product} />
			</div>
			{url === null ? (
				<button
					type="button"
					class="carousel-action"
					disabled={!isShown(product)}
					onClick={() => openSheet({ name: 'product', catalogId, sku })}
				>
					{buttonText}
					<span class="visually-hidden"> {product?.name}</span>
				</button>
			) : (
				// The link leaves WhatsApp and never leads to an order (facts 1.9).
				<a
					class="carousel-action"
					href={webAddress(url)}
					target="_blank"
					rel="noreferrer"
					title={url}
				>
					{buttonText}
					<span class="visually-hidden"> {product?.name}, opens a web page</span>
					<Icon name="outside" size={16} />
				</a>
			)}
		</>
	);
}

/** The sandbox accepts only web addresses; the page checks again before it links to one. */
function webAddress(url: string): string {
	return /^https?:\/\//.test(url) ? url : 'about:blank';
}
