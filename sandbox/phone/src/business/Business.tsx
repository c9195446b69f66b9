import type { JSX } from 'preact';
import { IconButton } from '../parts/IconButton.tsx';
import { back, go, route, TABS, type Tab } from '../state/route.mts';
import { troublesOn } from '../state/troubles.mts';
import { CatalogTab } from './CatalogTab.tsx';
import { DeliveriesTab } from './DeliveriesTab.tsx';
import { LogTab } from './LogTab.tsx';
import { ResetButton } from './ResetButton.tsx';
import { SetupTab } from './SetupTab.tsx';
import { TemplatesTab } from './TemplatesTab.tsx';
import { TroublesTab } from './TroublesTab.tsx';

const LABELS: Record<Tab, string> = {
	catalog: 'Catalog',
	templates: 'Templates',
	setup: 'Setup',
	troubles: 'Troubles',
	deliveries: 'Deliveries',
	log: 'Log',
};
const PANELS: Record<Tab, () => JSX.Element> = {
	catalog: CatalogTab,
	templates: TemplatesTab,
	setup: SetupTab,
	troubles: TroublesTab,
	deliveries: DeliveriesTab,
	log: LogTab,
};

/** The other side of the chat: what the business has, and what happens to it. */
export function Business() {
	const { tab } = route.value;
	const Panel = PANELS[tab];
	return (
		<aside class="column column-business" aria-label="Business">
			<header class="bar">
				<IconButton
					icon="back"
					label="Back from the business"
					class="only-not-wide"
					onClick={() => back({ pane: route.value.chat ? 'chat' : 'list' })}
				/>
				<h2 class="bar-title">Business</h2>
				<ResetButton />
			</header>
			<div class="tabs" role="tablist" aria-label="Business" onKeyDown={moveWithArrows}>
				{TABS.map((name) => (
					<button
						key={name}
						type="button"
						role="tab"
						id={`tab-${name}`}
						aria-selected={tab === name}
						aria-controls="business-panel"
						tabIndex={tab === name ? 0 : -1}
						onClick={() => go({ tab: name }, 'replace')}
					>
						{LABELS[name]}
						{name === 'troubles' && troublesOn.value > 0 && (
							<span class="badge badge-warn">
								{troublesOn.value}
								<span class="visually-hidden"> on</span>
							</span>
						)}
					</button>
				))}
			</div>
			<div
				class="panel"
				role="tabpanel"
				id="business-panel"
				aria-labelledby={`tab-${tab}`}
				tabIndex={0}
				key={tab}
			>
				<Panel />
			</div>
		</aside>
	);
}

/** The Tab key stops once for all tabs; the arrow keys move between them. */
function moveWithArrows(event: KeyboardEvent): void {
	const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
	if (!step) return;
	event.preventDefault();
	const at = TABS.indexOf(route.value.tab) + step;
	const tab = TABS[(at + TABS.length) % TABS.length] as Tab;
	go({ tab }, 'replace');
	document.getElementById(`tab-${tab}`)?.focus();
}
