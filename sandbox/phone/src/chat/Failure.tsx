import type { Entry } from '../api/types.mts';

/** At Meta only the business learns of a failure; the page shows it for the builder. */
export function Failure({ entry }: { entry: Entry }) {
	if (!entry.failure) return null;
	const { code, title, details } = entry.failure;
	return (
		<div class="failure">
			<p>
				<strong>
					Failed with {code}: {title}
				</strong>
			</p>
			{details && details !== title && <p>{details}</p>}
			<p class="failure-who">
				{entry.kind === 'notice'
					? 'The business gets this as a failed status; the customer sees the notice above.'
					: 'The business gets this as a failed status; the customer does not see the message.'}
			</p>
		</div>
	);
}
