import type { Entry } from '../api/types.mts';

/** The customer is not told of templates, nor of products that the catalog did not have; who builds the business sees it here. */
export function LeftOut({ entry }: { entry: Entry }) {
	const dropped = 'dropped' in entry ? (entry.dropped ?? []) : [];
	const { template } = entry;
	return (
		<>
			{template && (
				<p class="left-out">
					Template {template.name}, {template.language}
				</p>
			)}
			{dropped.length > 0 && (
				<p class="left-out">Left out, not found in the catalog: {dropped.join(', ')}</p>
			)}
		</>
	);
}
