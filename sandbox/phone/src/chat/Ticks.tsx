import type { Entry, Status } from '../api/types.mts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { fates } from '../state/outcomes.mts';

interface Look {
	icon: IconName;
	words: string;
	tone?: 'good' | 'bad';
}

const LOOKS: Record<Status, Look> = {
	accepted: { icon: 'clock', words: 'Accepted' },
	sent: { icon: 'tick', words: 'Sent' },
	delivered: { icon: 'ticks', words: 'Delivered' },
	read: { icon: 'ticks', words: 'Read', tone: 'good' },
	failed: { icon: 'alert', words: 'Failed', tone: 'bad' },
};

/** The status of the business's messages; for the customer's, whether the webhook was received. */
export function Ticks({ entry }: { entry: Entry }) {
	const look = entry.from === 'business' ? entry.status && LOOKS[entry.status] : lookOfFate(entry);
	if (!look) return null;
	return (
		<span class={`ticks ${look.tone ? `ticks-${look.tone}` : ''}`} title={look.words}>
			<Icon name={look.icon} size={16} />
			<span class="visually-hidden">{look.words}</span>
		</span>
	);
}

function lookOfFate({ id }: Entry): Look {
	const fate = fates.value[id];
	if (!fate) return { icon: 'tick', words: 'Sent' };
	return fate.arrived
		? { icon: 'ticks', words: `Received. ${fate.words}` }
		: { icon: 'alert', words: `Not received. ${fate.words}`, tone: 'bad' };
}
