import type { Entry } from '../api/types.mts';
import { RichText } from '../format/RichText.tsx';
import { clock } from '../format/time.mts';
import { DELETED, previewOf } from '../format/preview.mts';
import { Icon } from '../parts/Icon.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { Json } from '../parts/Json.tsx';
import { startReply } from '../state/drafts.mts';
import { CarouselCard } from './CarouselCard.tsx';
import { CatalogCard } from './CatalogCard.tsx';
import { Failure } from './Failure.tsx';
import { LeftOut } from './LeftOut.tsx';
import { ListCard } from './ListCard.tsx';
import { OrderCard } from './OrderCard.tsx';
import { ProductCard } from './ProductCard.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { Quote } from './Quote.tsx';
import { OwnActions } from './OwnActions.tsx';
import { TemplateCard } from './TemplateCard.tsx';
import { Ticks } from './Ticks.tsx';

export function Message({ entry }: { entry: Entry }) {
	if (entry.kind === 'notice') {
		return (
			<>
				<p class="notice">
					<Icon name="alert" size={18} />
					<span>{entry.text}</span>
				</p>
				<Failure entry={entry} />
			</>
		);
	}
	const mine = entry.from === 'customer';
	return (
		<article
			class={entry.status === 'failed' ? 'failed' : ''}
			aria-label={`${mine ? 'You' : 'Business'}, ${clock(entry.at)}`}
		>
			<div class="bubble-row">
				{mine && !entry.revoked && <OwnActions entry={entry} />}
				<div class={`bubble bubble-${entry.kind}`}>
					{entry.quotedId && entry.kind !== 'question' && <Quote id={entry.quotedId} />}
					{entry.byAgent && <p class="bubble-hint">Meta Business Agent</p>}
					{entry.revoked ? <p class="bubble-hint">{DELETED}</p> : <Content entry={entry} />}
					<p class="meta">
						{entry.edited && !entry.revoked && <span>Edited</span>}
						<time dateTime={entry.at}>{clock(entry.at)}</time>
						<Ticks entry={entry} />
					</p>
				</div>
				{!mine && entry.status !== 'failed' && (
					<IconButton
						icon="reply"
						size={18}
						class="reply"
						label={`Reply to “${previewOf(entry).slice(0, 40)}”`}
						onClick={() => startReply({ quotedId: entry.id })}
					/>
				)}
			</div>
			<LeftOut entry={entry} />
			<Failure entry={entry} />
		</article>
	);
}

function Content({ entry }: { entry: Entry }) {
	switch (entry.kind) {
		case 'text':
			return (
				<p class="bubble-words">
					<RichText text={entry.body} />
				</p>
			);
		case 'product':
			return <ProductCard entry={entry} />;
		case 'product_list':
			return <ListCard entry={entry} />;
		case 'catalog_message':
			return <CatalogCard entry={entry} />;
		case 'carousel':
			return <CarouselCard entry={entry} />;
		case 'template':
			return <TemplateCard entry={entry} />;
		case 'order':
			return <OrderCard entry={entry} />;
		case 'question':
			return <QuestionCard entry={entry} />;
		case 'unknown':
			return (
				<>
					<p class="bubble-hint">
						This page does not draw this kind of message yet. As it was sent:
					</p>
					<Json label="The message as JSON" value={entry.payload} />
				</>
			);
		case 'notice':
			return null;
	}
}
