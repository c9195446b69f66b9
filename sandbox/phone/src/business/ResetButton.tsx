import { reset } from '../api/control.mts';
import { wordsOf } from '../api/http.mts';
import { Icon } from '../parts/Icon.tsx';
import { dropAllCarts } from '../state/carts.mts';
import { dropDrafts } from '../state/drafts.mts';
import { say } from '../state/messages.mts';
import { closeAllSheets } from '../state/route.mts';

export function ResetButton() {
	return (
		<button
			type="button"
			class="button button-small"
			title="Chats, catalog, troubles, subscriptions and log as at the start"
			onClick={() => void resetAll()}
		>
			<Icon name="again" size={16} />
			Reset
		</button>
	);
}

async function resetAll(): Promise<void> {
	try {
		await reset();
	} catch (problem) {
		say(wordsOf(problem), true);
		return;
	}
	closeAllSheets();
	dropAllCarts();
	dropDrafts();
	say('Everything is as at the start. Workflows have to be published again to receive webhooks.');
}
