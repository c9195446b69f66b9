import { postDeliveryAgain } from '../api/control.mts';
import { wordsOf } from '../api/http.mts';
import type { Attempt, Delivery } from '../api/types.mts';
import { pretty } from '../format/json.mts';
import { clockWithSeconds } from '../format/time.mts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Json } from '../parts/Json.tsx';
import { say } from '../state/messages.mts';
import { deliveries, readTraffic } from '../state/traffic.mts';
import { Disclosure } from './Disclosure.tsx';
import { Pages } from './Pages.tsx';
import { StatusChip } from './StatusChip.tsx';

/** Each webhook with its URL and its attempts, newest first. */
export function DeliveriesTab() {
	if (deliveries.value?.length === 0) {
		return (
			<Empty icon="send" title="No webhook has been sent">
				<p>
					When a customer writes or orders, it goes to whichever callback is subscribed: publish a
					workflow with a WhatsApp Commerce Trigger.
				</p>
			</Empty>
		);
	}
	return (
		<Pages
			items={[...(deliveries.value ?? [])].reverse()}
			draw={(delivery) => <Row key={delivery.id} delivery={delivery} />}
		/>
	);
}

function Row({ delivery }: { delivery: Delivery }) {
	const { id, event, url, signature, attempts, body } = delivery;
	const first = attempts[0];
	return (
		<li class="record">
			<Disclosure
				head={
					<>
						<StatusChip status={attempts.at(-1)?.status ?? null} />
						<strong class="record-title">{event}</strong>
						<span class="record-time">{first && clockWithSeconds(first.at)}</span>
						<span class="record-line">{url}</span>
						{signature !== 'valid' && <span class="tag tag-warn">signature {signature}</span>}
						{attempts.length > 1 && <span class="tag">{attempts.length} attempts</span>}
					</>
				}
			>
				<ol class="attempts">
					{attempts.map((attempt, index) => (
						<AttemptRow key={index} attempt={attempt} />
					))}
				</ol>
				<Json label="The webhook’s body" value={body} />
				<p class="record-actions">
					<button type="button" class="button button-small" onClick={() => void again(id)}>
						<Icon name="again" size={16} />
						Deliver again
					</button>
					<CopyButton label="Copy body" text={() => pretty(body)} />
				</p>
			</Disclosure>
		</li>
	);
}

function AttemptRow({ attempt }: { attempt: Attempt }) {
	const { at, ms, status, answer } = attempt;
	return (
		<li>
			<StatusChip status={status} />
			<span>
				{clockWithSeconds(at)} · {ms} ms
			</span>
			{answer && <code class="record-answer">{answer}</code>}
		</li>
	);
}

async function again(id: string): Promise<void> {
	try {
		await postDeliveryAgain(id);
		await readTraffic();
		say('Delivered again: the same bytes with the same signature.');
	} catch (problem) {
		say(wordsOf(problem), true);
	}
}
