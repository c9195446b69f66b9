import { patchAccount, patchCatalog } from '../api/control.mts';
import type { Setup } from '../api/types.mts';
import { Switch } from '../parts/Switch.tsx';
import { changeSetup, setup } from '../state/setup.mts';
import { HEALTHS, NumberSection } from './NumberSection.tsx';
import { SetupChoice } from './SetupChoice.tsx';

/** How account, catalogs and numbers are set up: what has to be right before a message leaves or an order arrives. */
export function SetupTab() {
	const now = setup.value;
	if (!now) return <></>;
	return (
		<>
			<Account setup={now} />
			{now.numbers.map((number) => (
				<NumberSection key={number.id} number={number} />
			))}
		</>
	);
}

function Account({ setup: now }: { setup: Setup }) {
	return (
		<section aria-label="Account">
			<h3 class="panel-heading">Account</h3>
			<ul class="settings">
				<li>
					<Switch
						label="App subscribed"
						explanation="Off: no webhook of this account reaches the app. A trigger subscribes it when its workflow is published."
						on={now.accountSubscribed}
						onChange={(accountSubscribed) => changeSetup(patchAccount({ accountSubscribed }))}
					/>
				</li>
				<SetupChoice
					label="Health of the account"
					explanation="What health_status says of it; sending goes on."
					values={HEALTHS}
					value={now.accountHealth}
					onChange={(accountHealth) => changeSetup(patchAccount({ accountHealth }))}
				/>
				{now.catalogs.map(({ id, name, connected }) => (
					<li key={id} class={connected ? '' : 'setting-on'}>
						<Switch
							label={`Catalog ${name} connected`}
							explanation="Off: its products are refused with 131009. Messages that name no catalog open the first one connected."
							on={connected}
							onChange={(wanted) => changeSetup(patchCatalog(id, wanted))}
						/>
					</li>
				))}
			</ul>
		</section>
	);
}
