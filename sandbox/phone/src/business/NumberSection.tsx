import { patchNumber } from '../api/control.mts';
import type { NumberSetup } from '../api/types.mts';
import { Switch } from '../parts/Switch.tsx';
import { changeSetup } from '../state/setup.mts';
import { SetupChoice } from './SetupChoice.tsx';

export const HEALTHS = ['AVAILABLE', 'LIMITED', 'BLOCKED'];

interface Flag {
	name: 'registered' | 'cartEnabled' | 'catalogVisible' | 'testNumber';
	label: string;
	explanation: string;
	/** What it is for a healthy number. */
	ordinary: boolean;
}

const FLAGS: Flag[] = [
	{
		name: 'registered',
		label: 'Registered',
		explanation: 'Off: verified, but not on Cloud API. Every message is refused with 133010.',
		ordinary: true,
	},
	{
		name: 'cartEnabled',
		label: 'Cart',
		explanation: 'Off: customers see no cart buttons, so no orders come.',
		ordinary: true,
	},
	{
		name: 'catalogVisible',
		label: 'Catalog shown',
		explanation: 'Off, as on a new number: messages that open the catalog are refused with 131009.',
		ordinary: true,
	},
	{
		name: 'testNumber',
		label: 'Test number',
		explanation:
			'On: it reaches the phone numbers on its list, at first Pablo’s; all others and every user ID are refused with 131030.',
		ordinary: false,
	},
];

interface Words {
	name: 'quality' | 'nameStatus' | 'codeVerification' | 'health' | 'savedSettings';
	label: string;
	explanation: string;
	values: string[];
}

const CHOICES: Words[] = [
	{
		name: 'quality',
		label: 'Quality rating',
		explanation: 'What quality_rating says.',
		values: ['GREEN', 'YELLOW', 'RED', 'UNKNOWN', 'NA'],
	},
	{
		name: 'nameStatus',
		label: 'Display name',
		explanation: 'What name_status says.',
		values: ['APPROVED', 'AVAILABLE_WITHOUT_REVIEW', 'PENDING_REVIEW', 'DECLINED'],
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
	{
		name: 'savedSettings',
		label: 'Commerce settings saved',
		explanation:
			'What was never saved is missing in whatsapp_commerce_settings, and Meta’s defaults hold: cart on, catalog hidden.',
		values: ['both', 'cartOnly', 'catalogOnly', 'none'],
	},
];

/** The settings of one business number, the ones that break it included. */
export function NumberSection({ number }: { number: NumberSetup }) {
	const change = (what: Partial<NumberSetup>) => changeSetup(patchNumber(number.id, what));
	return (
		<section aria-label={number.display}>
			<h3 class="panel-heading">
				{number.display} · {number.verifiedName}
			</h3>
			<ul class="settings">
				{FLAGS.map(({ name, ordinary, ...words }) => (
					<li key={name} class={number[name] === ordinary ? '' : 'setting-on'}>
						<Switch {...words} on={number[name]} onChange={(on) => change({ [name]: on })} />
					</li>
				))}
				{CHOICES.map(({ name, ...words }) => (
					<SetupChoice
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
