import type { Changed } from './types.mts';

/**
 * Tells what changed in the sandbox. Only while the page is visible: a browser opens six connections to a host over HTTP/1.1
 * and no more, so forgotten tabs that each hold one would leave none for the tab in use.
 */
export function listen(on: {
	changed(what: Changed[]): void;
	connected(yes: boolean): void;
}): void {
	let source: EventSource | null = null;
	const open = () => {
		source = new EventSource('/control/events');
		source.onopen = () => on.connected(true);
		source.onerror = () => on.connected(false);
		source.onmessage = ({ data }) => {
			const { changed } = JSON.parse(String(data)) as { changed?: Changed[] };
			if (changed) on.changed(changed);
		};
	};
	document.addEventListener('visibilitychange', () => {
		if (document.hidden) {
			source?.close();
			source = null;
		} else if (!source) open();
	});
	if (!document.hidden) open();
}
