import { patchAccount, patchCatalog, patchNumber } from '../api/control.mts';
import type { NumberSetup, Setup } from '../api/types.mts';
import { Setting } from '../parts/Setting.tsx';
import { Switch } from '../parts/Switch.tsx';
import { changeSetup, setup } from '../state/setup.mts';

const HEALTHS = ['AVAILABLE', 'LIMITED', 'BLOCKED'];

/** How account, catalogs and numbers are wired up: what has to be right before a message leaves or an order arrives. */
export function SetupTab() {
	const now = setup.value;
	if (!now) return <></>;
	return (
		<>
			<Account setup={now} />
			{now.numbers.map((number) => (
				<OneNumber key={number.id} number={number} />
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
				<Choice
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

interface Flag {
	name: 'registered' | 'cartEnabled' | 'catalogVisible';
	label: string;
	explanation: string;
}

const FLAGS: Flag[] = [
	{
		name: 'registered',
		label: 'Registered',
		explanation: 'Off: verified, but not on Cloud API. Every message is refused with 133010.',
	},
	{
		name: 'cartEnabled',
		label: 'Cart',
		explanation: 'Off: customers see no cart buttons, so no orders come.',
	},
	{
		name: 'catalogVisible',
		label: 'Catalog shown',
		explanation: 'Off, as on a new number: messages that open the catalog are refused with 131009.',
	},
];

interface Words {
	name: 'quality' | 'nameStatus' | 'codeVerification' | 'health';
	label: string;
	explanation: string;
	values: string[];
}

const CHOICES: Words[] = [
	{
		name: 'quality',
		label: 'Quality rating',
		explanation: 'What quality_rating says.',
		values: ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'],
	},
	{
		name: 'nameStatus',
		label: 'Display name',
		explanation: 'What name_status says.',
		values: ['APPROVED', 'PENDING_REVIEW', 'DECLINED'],
	},
	{
		name: 'codeVerification',
		label: 'Verification',
		explanation: 'What code_verification_status says.',
		values: ['VERIFIED', 'NOT_VERIFIED', 'EXPIRED'],
	},
	{
		name: 'health',
		label: 'Health',
		explanation: 'What health_status says of it; sending goes on.',
		values: HEALTHS,
	},
];

function OneNumber({ number }: { number: NumberSetup }) {
	const change = (what: Partial<NumberSetup>) => changeSetup(patchNumber(number.id, what));
	return (
		<section aria-label={number.display}>
			<h3 class="panel-heading">
				{number.display} · {number.verifiedName}
			</h3>
			<ul class="settings">
				{FLAGS.map(({ name, ...words }) => (
					<li key={name} class={number[name] ? '' : 'setting-on'}>
						<Switch {...words} on={number[name]} onChange={(on) => change({ [name]: on })} />
					</li>
				))}
				{CHOICES.map(({ name, ...words }) => (
					<Choice
						key={name}
						{...words}
						value={number[name]}
						onChange={(value) => change({ [name]: value })}
					/>
				))}
			</ul>
		</section>
	);
}

interface ChoiceProps {
	label: string;
	explanation: string;
	/** The one of a healthy account first. */
	values: string[];
	value: string;
	onChange: (value: string) => unknown;
}

function Choice({ label, explanation, values, value, onChange }: ChoiceProps) {
	return (
		<li class={value === values[0] ? '' : 'setting-on'}>
			<Setting label={label} explanation={explanation}>
				{(id, why) => (
					<select
						id={id}
						aria-describedby={why}
						value={value}
						onChange={({ currentTarget }) => onChange(currentTarget.value)}
					>
						{values.map((word) => (
							<option key={word} value={word}>
								{word}
							</option>
						))}
					</select>
				)}
			</Setting>
		</li>
	);
}
