import { postRevoke } from '../api/control.mts';
import { wordsOf } from '../api/http.mts';
import type { Entry } from '../api/types.mts';
import { previewOf } from '../format/preview.mts';
import { IconButton } from '../parts/IconButton.tsx';
import { openKey, readChats } from '../state/chats.mts';
import { startReply } from '../state/drafts.mts';
import { say } from '../state/messages.mts';
import { keepOutcome } from '../state/outcomes.mts';

/** What can be done to an own message: texts are edited, anything is deleted. */
export function OwnActions({ entry }: { entry: Entry }) {
	const about = `“${previewOf(entry).slice(0, 40)}”`;
	return (
		<>
			{(entry.kind === 'text' || entry.kind === 'question') && (
				<IconButton
					icon="edit"
					size={18}
					class="reply"
					label={`Edit ${about}`}
					onClick={() => startReply({ text: entry.body, editedId: entry.id })}
				/>
			)}
			<IconButton
				icon="trash"
				size={18}
				class="reply"
				label={`Delete ${about}`}
				onClick={() => void revoke(entry.id)}
			/>
		</>
	);
}

async function revoke(messageId: string): Promise<void> {
	try {
		keepOutcome(await postRevoke(openKey.value ?? '', messageId));
		await readChats();
	} catch (problem) {
		say(wordsOf(problem), true);
	}
}
