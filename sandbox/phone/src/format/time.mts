const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const CLOCK_SECONDS = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const SHORT_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

export const clock = (at: string) => CLOCK.format(new Date(at));
export const clockWithSeconds = (at: string) => CLOCK_SECONDS.format(new Date(at));

/** "Today", "Yesterday" or the date. */
export function dayOf(at: string, now = new Date()): string {
	const date = new Date(at);
	if (date.toDateString() === now.toDateString()) return 'Today';
	const yesterday = new Date(now);
	yesterday.setDate(now.getDate() - 1);
	return date.toDateString() === yesterday.toDateString() ? 'Yesterday' : DAY.format(date);
}

/** For the chat list: the time today, the date before. */
export function shortTime(at: string): string {
	return dayOf(at) === 'Today' ? clock(at) : SHORT_DAY.format(new Date(at));
}
