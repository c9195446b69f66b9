import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from '../parts/IconButton.tsx';
import { closeSheet } from '../state/route.mts';

interface Props {
	title: string;
	/** Covered by another sheet. */
	covered: boolean;
	action?: ComponentChildren;
	foot?: ComponentChildren;
	children: ComponentChildren;
}

/**
 * Covers the chat and not the whole page: the business panel stays usable, so that one can change a price and watch the open cart.
 * Takes the focus, and returns it on closing.
 */
export function Sheet({ title, covered, action, foot, children }: Props) {
	const heading = useRef<HTMLHeadingElement>(null);
	useLayoutEffect(() => {
		const before = document.activeElement;
		heading.current?.focus({ preventScroll: true });
		return () => {
			const chat = heading.current?.closest('.column-chat');
			// What was covered is inert until this commit is done. A focus that has moved elsewhere stays there.
			const mayMove = chat?.contains(document.activeElement) ?? false;
			requestAnimationFrame(() => {
				const lost = document.activeElement === document.body || mayMove;
				if (
					lost &&
					before instanceof HTMLElement &&
					before.isConnected &&
					!before.closest('[inert]')
				)
					before.focus();
			});
		};
	}, []);
	return (
		<section
			class="sheet"
			role="dialog"
			aria-label={title}
			inert={covered}
			onKeyDown={(event) => {
				if (event.key !== 'Escape') return;
				event.stopPropagation();
				closeSheet();
			}}
		>
			<header class="bar">
				<IconButton icon="back" label="Back" onClick={closeSheet} />
				<h2 class="bar-title" tabIndex={-1} ref={heading}>
					{title}
				</h2>
				{action}
			</header>
			<div class="sheet-body">{children}</div>
			{foot && <footer class="sheet-foot">{foot}</footer>}
		</section>
	);
}
