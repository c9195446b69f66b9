import { useSignal } from '@preact/signals';
import type { LogEntry } from '../api/types.mts';
import { clockWithSeconds } from '../format/time.mts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Json } from '../parts/Json.tsx';
import { log } from '../state/traffic.mts';
import { Disclosure } from './Disclosure.tsx';
import { Pages } from './Pages.tsx';
import { StatusChip } from './StatusChip.tsx';

const FILTERS = {
	all: { label: 'Everything', fits: () => true },
	calls: { label: 'Graph calls', fits: ({ direction }: LogEntry) => direction === 'in' },
	webhooks: { label: 'Webhooks', fits: ({ direction }: LogEntry) => direction === 'out' },
	refused: { label: 'Refused', fits: ({ reason }: LogEntry) => reason !== null },
} as const;
type Filter = keyof typeof FILTERS;

/** Every Graph call and every webhook, newest first, with the reason of each refusal. */
export function LogTab() {
	const filter = useSignal<Filter>('all');
	const entries = (log.value ?? []).filter(FILTERS[filter.value].fits).reverse();
	return (
		<>
			<div class="panel-tools panel-tools-row">
				<label class="field">
					<span class="visually-hidden">Show</span>
					<select
						value={filter.value}
						onChange={({ currentTarget }) => (filter.value = currentTarget.value as Filter)}
					>
						{Object.entries(FILTERS).map(([name, { label }]) => (
							<option key={name} value={name}>
								{label}
							</option>
						))}
					</select>
				</label>
				<CopyButton label="Copy all" text={() => JSON.stringify(entries, null, 2)} />
			</div>
			{log.value && entries.length === 0 && (
				<Empty
					icon="note"
					title={filter.value === 'refused' ? 'Nothing was refused' : 'Nothing yet'}
				>
					<p>Calls of the Graph API and webhooks appear here as they happen.</p>
				</Empty>
			)}
			<Pages items={entries} draw={(entry) => <Row key={entry.id} entry={entry} />} />
		</>
	);
}

function Row({ entry }: { entry: LogEntry }) {
	const { at, direction, method, url, status, ms, summary, reason, request, response } = entry;
	return (
		<li class={reason ? 'record record-refused' : 'record'}>
			<Disclosure
				head={
					<>
						<StatusChip status={status} otherwise={url === '' ? 'not sent' : 'no answer'} />
						<strong class="record-title">{summary}</strong>
						<span class="record-time">{clockWithSeconds(at)}</span>
						<span class="record-line">
							{direction === 'in' ? 'Graph call' : 'Webhook'} · {method} {url} · {ms}&nbsp;ms
						</span>
						{reason && <span class="record-reason">{reason}</span>}
					</>
				}
			>
				<h3 class="record-part">Request</h3>
				<Json label="Request" value={request} />
				<h3 class="record-part">Response</h3>
				<Json label="Response" value={response} />
				<p class="record-actions">
					<CopyButton label="Copy entry" text={() => JSON.stringify(entry, null, 2)} />
				</p>
			</Disclosure>
		</li>
	);
}
