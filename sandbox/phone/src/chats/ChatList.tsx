import type { Customer } from '../api/types.mts';
import { addressOf } from '../format/customer.mts';
import { previewOf } from '../format/preview.mts';
import { shortTime } from '../format/time.mts';
import { CustomerAvatar } from '../parts/Avatar.tsx';
import { Icon } from '../parts/Icon.tsx';
import { ThemeButton } from '../parts/ThemeButton.tsx';
import { chats, customers, openKey } from '../state/chats.mts';
import { go, hrefOf } from '../state/route.mts';
import { troublesOn } from '../state/troubles.mts';

/** Whose phone this page is: the customers of the sandbox, each with the chat they have with the business. */
export function ChatList() {
	return (
		<nav class="column column-list" aria-label="Chats">
			<header class="bar">
				<h1 class="bar-title">
					<img src="/whatsAppCommerce.svg" alt="" width="28" height="28" />
					Sandbox phone
				</h1>
				<ThemeButton />
				<a
					class="icon-button only-narrow"
					href={hrefOf({ pane: 'business' })}
					aria-label="Business"
					title="Business"
					onClick={follow(() => go({ pane: 'business' }))}
				>
					<Icon name="business" />
					{troublesOn.value > 0 && <span class="dot" />}
				</a>
			</header>
			<p class="hint">Be one of these customers and write to the business.</p>
			<ul class="chat-list">
				{(customers.value ?? []).map((customer) => (
					<li key={customer.key}>
						<Row customer={customer} />
					</li>
				))}
			</ul>
		</nav>
	);
}

function Row({ customer }: { customer: Customer }) {
	const { key, name, unread, app } = customer;
	const last = chats.value[key]?.at(-1);
	return (
		<a
			class="chat-row"
			href={hrefOf({ pane: 'chat', chat: key, sheets: [] })}
			aria-current={openKey.value === key ? 'page' : undefined}
			onClick={follow(() => go({ pane: 'chat', chat: key, sheets: [] }))}
		>
			<CustomerAvatar id={key} name={name} />
			<span class="chat-row-name">{name}</span>
			<span class="chat-row-time">{last && shortTime(last.at)}</span>
			<span class="chat-row-preview">
				{last ? `${last.from === 'customer' ? 'You: ' : ''}${previewOf(last)}` : 'No messages yet'}
			</span>
			{unread > 0 && (
				<span class="badge">
					{unread}
					<span class="visually-hidden"> unread</span>
				</span>
			)}
			<span class="chat-row-tags">
				<span>{addressOf(customer)}</span>
				{app === 'outdated' && <span class="tag tag-warn">Outdated app</span>}
			</span>
		</a>
	);
}

/** An ordinary link, which can also be opened in a new tab, but a plain click does not reload the page. */
function follow(open: () => void) {
	return (event: MouseEvent) => {
		if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
		event.preventDefault();
		open();
	};
}
