import { RichText } from '../format/RichText.tsx';

/** Body and footer of a message. */
export function Words({ body, footer = null }: { body: string | null; footer?: string | null }) {
	return (
		<>
			{body && (
				<p class="bubble-words">
					<RichText text={body} />
				</p>
			)}
			{footer && (
				<p class="bubble-footer">
					<RichText text={footer} />
				</p>
			)}
		</>
	);
}
