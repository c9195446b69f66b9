import type { TemplateEntry } from '../api/types.mts';
import { Words } from './Words.tsx';

/** A template without products: its texts, and its buttons without function, since they have nothing to do with carts. */
export function TemplateCard({ entry }: { entry: TemplateEntry }) {
	return (
		<>
			{entry.headerText && <p class="card-title">{entry.headerText}</p>}
			<Words body={entry.bodyText} footer={entry.footerText} />
			{entry.buttons.length > 0 && (
				<ul class="template-buttons">
					{entry.buttons.map((text, index) => (
						<li key={index} class="tag">
							{text}
						</li>
					))}
				</ul>
			)}
		</>
	);
}
