/** Drawn for this page: strokes 1.8 wide in a square of 24. */
const PATHS = {
	back: 'M15 5l-7 7 7 7',
	send: 'M4 12l16-8-5 16-3.500-6.500zM11.500 13.500L20 4',
	cart: 'M3 4h2.500l2 11h10l2.500-8H7M9 20a.6.6 0 1 0 0-.1M16.500 20a.6.6 0 1 0 0-.1',
	reply: 'M10 6L4 11.500 10 17v-3.500c5 0 8 1.500 10 4.500 0-6-3.500-9.500-10-9.500z',
	close: 'M6 6l12 12M18 6L6 18',
	plus: 'M12 5v14M5 12h14',
	minus: 'M5 12h14',
	trash: 'M5 7h14M10 7V4.500h4V7M7 7l.8 12.500h8.400L17 7M10.500 11v5M13.500 11v5',
	light:
		'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 3v1.500M12 19.500V21M3 12h1.500M19.500 12H21M5.600 5.600l1.100 1.100M17.300 17.300l1.100 1.100M18.400 5.600l-1.100 1.100M6.700 17.300l-1.100 1.100',
	dark: 'M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500z',
	system: 'M4 5h16v11H4zM9 20h6M12 16v4',
	business: 'M4 10v9.500h16V10M3 10l2-5.500h14L21 10zM9.500 19.500V14h5v5.500',
	tick: 'M5 12.500l4.500 4.500L19 7.500',
	ticks: 'M2.500 12.500L7 17l8-9M10.500 15.500L12 17l9.500-9.500',
	clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.500l3 1.500',
	alert: 'M12 4l9 15.500H3zM12 10v4.500M12 17v.1',
	copy: 'M9 9h10.500v10.500H9zM15 9V4.500H4.500V15H9',
	again: 'M19 8a7.500 7.500 0 1 0 .6 6M19.500 4v4.500H15',
	search: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15.500 15.500L20 20',
	more: 'M9 6l6 6-6 6',
	down: 'M6 9l6 6 6-6',
	person:
		'M12 4.500a3.700 3.700 0 1 0 0 7.400 3.700 3.700 0 0 0 0-7.400zM4.500 20c.8-4 3.700-5.500 7.500-5.500s6.700 1.500 7.500 5.500',
	question:
		'M5 5h14v10.500h-7L8 19v-3.500H5zM12 12.700v.1M10 8.500c.5-1.500 4-1.500 4 .3 0 1.200-2 1.200-2 2.300',
	bag: 'M5.500 8.500h13l-1 11h-11zM9 11V7.500a3 3 0 0 1 6 0V11',
	outside: 'M13.500 5H19v5.500M19 5l-8.500 8.500M16.500 13.500V19H5V7.500h5.500',
	edit: 'M5 19l1-4L15.500 5.500l3 3L9 18zM13.500 7.500l3 3',
	note: 'M5 4.500h14v15H5zM8.500 9h7M8.500 12.500h7M8.500 16h4',
} as const;

export type IconName = keyof typeof PATHS;

/** Hidden from screen readers, since it is always beside or inside something with a name. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
	return (
		<svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
			<path d={PATHS[name]} />
		</svg>
	);
}
