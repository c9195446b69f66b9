import type { Entry } from '../api/types.mts';

/** Only the business is told of a failure; who builds the business sees it here too. */
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
