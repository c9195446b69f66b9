import { useSignal } from '@preact/signals';
import { announce, say } from '../state/messages.mts';
import { Icon } from './Icon.tsx';

const SHOWN_MS = 1_500;

/** The text is built on click: a log can be long. */
export function CopyButton({ label, text }: { label: string; text: () => string }) {
	const copied = useSignal(false);
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(text());
		} catch {
			say('The browser did not allow copying.', true);
			return;
		}
		announce('Copied.');
		copied.value = true;
		setTimeout(() => (copied.value = false), SHOWN_MS);
	};
	return (
		<button type="button" class="button button-small" onClick={() => void copy()}>
			<Icon name={copied.value ? 'tick' : 'copy'} size={16} />
			{copied.value ? 'Copied' : label}
		</button>
	);
}
