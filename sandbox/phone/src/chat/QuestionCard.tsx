import type { QuestionEntry } from '../api/types.mts';
import { RichText } from '../format/RichText.tsx';
import { ProductChip } from './ProductChip.tsx';

export function QuestionCard({ entry }: { entry: QuestionEntry }) {
	return (
		<>
			<ProductChip catalogId={entry.catalogId} sku={entry.sku} />
			<p class="bubble-words">
				<RichText text={entry.body} />
			</p>
		</>
	);
}
