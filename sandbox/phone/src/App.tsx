import { Business } from './business/Business.tsx';
import { Chat } from './chat/Chat.tsx';
import { ChatList } from './chats/ChatList.tsx';
import { Messages } from './parts/Messages.tsx';
import { route } from './state/route.mts';

/** Three columns where there is room, otherwise the one in front (styles/layout.css). */
export function App() {
	return (
		<>
			<div class="columns" data-pane={route.value.pane}>
				<ChatList />
				<Chat />
				<Business />
			</div>
			<Messages />
		</>
	);
}
