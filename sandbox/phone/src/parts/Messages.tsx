import { announcement, toast } from '../state/messages.mts';
import { connected } from '../state/live.mts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';

/** The live region for screen readers, the toast, and the notice that the sandbox does not answer. */
export function Messages() {
	return (
		<>
			<div class="visually-hidden" aria-live="polite">
				{announcement.value}
			</div>
			<div class="toasts" role="status">
				{!connected.value && (
					<p class="toast">
						<Icon name="alert" />
						<span>The sandbox does not answer. Trying again …</span>
					</p>
				)}
				{toast.value && (
					<p class={toast.value.bad ? 'toast toast-bad' : 'toast'}>
						<Icon name={toast.value.bad ? 'alert' : 'tick'} />
						<span>{toast.value.text}</span>
						<IconButton
							icon="close"
							label="Dismiss"
							size={16}
							onClick={() => (toast.value = null)}
						/>
					</p>
				)}
			</div>
		</>
	);
}
