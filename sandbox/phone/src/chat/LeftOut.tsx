import type { Entry } from '../api/types.mts';

/** Template names and products that the catalog did not have: customers do not see them, the builder does. */
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
