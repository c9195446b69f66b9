import { useSignalEffect } from '@preact/signals';
import { addressOf } from '../format/customer.mts';
import { BusinessAvatar } from '../parts/Avatar.tsx';
import { Empty } from '../parts/Empty.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { businessName, openCustomer, openKey } from '../state/chats.mts';
import { back, go, openSheet, route } from '../state/route.mts';
import { oneColumn } from '../state/screen.mts';
import { Sheets } from '../shop/Sheets.tsx';
import { CartBar } from './CartBar.tsx';
import { Composer } from './Composer.tsx';
import { Thread } from './Thread.tsx';

/** One customer's chat with the business, and what lies over it. */
export function Chat() {
	const customer = openCustomer.value;
	const covered = route.value.sheets.length > 0;
	useSignalEffect(() => {
		document.title = openCustomer.value
			? `${openCustomer.value.name} · Sandbox phone`
			: 'Sandbox phone';
	});
	return (
		<main class="column column-chat" aria-label="Chat">
			<div class="chat" inert={covered}>
				{customer ? (
					<>
						<header class="bar">
							<IconButton
								icon="back"
								label="Back to the chats"
								class="only-narrow"
								onClick={() => back({ pane: 'list' })}
							/>
							<BusinessAvatar />
							<div class="bar-names">
								<h2 class="bar-title">{businessName.value}</h2>
								<p class="bar-subtitle">
									You are {customer.name} · {addressOf(customer)}
								</p>
							</div>
							<IconButton
								icon="person"
								label={`About ${customer.name}`}
								onClick={() => openSheet({ name: 'customer' })}
							/>
							<IconButton
								icon="business"
								label="Business"
								class="only-not-wide"
								onClick={() => go({ pane: 'business' })}
							/>
						</header>
						<Thread key={openKey.value} />
						<CartBar />
						<Composer key={`composer ${openKey.value}`} />
					</>
				) : (
					!oneColumn.value && (
						<Empty icon="question" title="No chat is open">
							<p>Choose a customer.</p>
						</Empty>
					)
				)}
			</div>
			{customer && <Sheets />}
		</main>
	);
}
