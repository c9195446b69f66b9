import { previewOf } from '../format/preview.mts';
import { businessName, openChat } from '../state/chats.mts';

export function Quote({ id }: { id: string }) {
	const quoted = openChat.value?.find((entry) => entry.id === id);
	// Without the quoted message only the quote is missing (facts 1.1).
	if (!quoted) return null;
	const show = () => {
		const message = document.getElementById(id);
		message?.scrollIntoView({ block: 'center' });
		message?.animate({ opacity: [0.35, 1] }, { duration: 600 });
	};
	return (
		<button type="button" class="quote" onClick={show}>
			<span class="visually-hidden">In reply to </span>
			<span class="quote-who">{quoted.from === 'business' ? businessName.value : 'You'}</span>
			<span class="quote-text">{previewOf(quoted)}</span>
		</button>
	);
}
