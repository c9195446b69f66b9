import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
	label: string;
	explanation: string;
	/** Receives the ids that connect it with its label and its explanation. */
	children: (id: string, why: string) => ComponentChildren;
}

/** A control with its name and one line of explanation. */
export function Setting({ label, explanation, children }: Props) {
	const id = useId();
	return (
		<div class="setting">
			<label class="setting-label" for={id}>
				{label}
			</label>
			<p class="setting-explanation" id={`${id}-why`}>
				{explanation}
			</p>
			<span class="setting-control">{children(id, `${id}-why`)}</span>
		</div>
	);
}
