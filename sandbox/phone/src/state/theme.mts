import { signal } from '@preact/signals';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** index.html reads the same key before the first paint. */
const KEY = 'sandbox-phone.theme';

export const theme = signal<Theme>(
	THEMES.find((candidate) => candidate === localStorage.getItem(KEY)) ?? 'system',
);

export function nextTheme(): void {
	theme.value = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] as Theme;
	localStorage.setItem(KEY, theme.value);
	document.documentElement.dataset.theme = theme.value;
}
