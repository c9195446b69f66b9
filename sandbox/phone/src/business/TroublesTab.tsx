import { endTroubles, troubles, troublesOn } from '../state/troubles.mts';
import { TroubleControl } from './TroubleControl.tsx';

/** What can go wrong on purpose, drawn from the sandbox's own table. */
export function TroublesTab() {
	const on = troublesOn.value;
	return (
		<>
			<div class="panel-tools panel-tools-row">
				<p class="panel-hint">
					{on === 0
						? 'All is well. Throw a switch to see how a workflow copes.'
						: `${on} ${on === 1 ? 'trouble is' : 'troubles are'} on.`}
				</p>
				<button
					type="button"
					class="button button-small"
					disabled={on === 0}
					onClick={() => void endTroubles()}
				>
					All off
				</button>
			</div>
			<ul class="settings">
				{troubles.value?.map((trouble) => (
					<li
						key={trouble.name}
						class={trouble.value === trouble.default ? '' : 'setting-on'}
						data-trouble={trouble.name}
					>
						<TroubleControl trouble={trouble} />
					</li>
				))}
			</ul>
		</>
	);
}
