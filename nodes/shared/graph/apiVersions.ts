/** A Graph API version that Meta serves, and the day on which it ends; null when none is announced. */
interface ApiVersion {
	name: string;
	ends: string | null;
}

/** Newest first. Meta: graph-api/changelog/versions; facts 7, 10. */
export const API_VERSIONS: [ApiVersion, ...ApiVersion[]] = [
	{ name: 'v27.0', ends: null },
	{ name: 'v26.0', ends: null },
	{ name: 'v25.0', ends: '2028-07-29' },
	{ name: 'v24.0', ends: '2028-02-18' },
	{ name: 'v23.0', ends: '2027-10-08' },
	{ name: 'v22.0', ends: '2027-05-20' },
	{ name: 'v21.0', ends: '2027-01-21' },
];

/**
 * What a new credential calls: the newest version whose changes could all be read, which those of v27.0
 * could not (facts 15.1).
 */
export const DEFAULT_API_VERSION = 'v26.0';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days before its end from which a version should be changed. */
const SOON = 90;

/** The state of a version: a call that names an ended one is answered as the oldest live one (Facts 7). */
export type VersionStatus = 'served' | 'endsSoon' | 'ended' | 'unknown';

/** @param now milliseconds since 1970 */
export function versionStatus(name: string, now: number): VersionStatus {
	const version = API_VERSIONS.find((one) => one.name === name);
	if (version) {
		const left = version.ends === null ? Number.POSITIVE_INFINITY : Date.parse(version.ends) - now;
		if (left <= 0) return 'ended';
		return left < SOON * DAY_MS ? 'endsSoon' : 'served';
	}
	const oldest = Math.min(...API_VERSIONS.map((one) => numberOf(one.name)));
	return numberOf(name) < oldest ? 'ended' : 'unknown';
}

const numberOf = (name: string): number => Number(/^v(\d+)\.\d+$/.exec(name)?.[1] ?? Number.NaN);

/** The day on which a version ends, for instance `29 July 2028`; null when that is not known. */
export function endOf(name: string): string | null {
	const ends = API_VERSIONS.find((one) => one.name === name)?.ends ?? null;
	return ends === null ? null : dayOf(Date.parse(ends));
}

/** A day as people read it, in UTC. */
export const dayOf = (time: number): string =>
	new Date(time).toLocaleDateString('en-GB', {
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC',
	});
