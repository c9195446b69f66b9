import { WhatsAppCommerceApi } from '../../../credentials/WhatsAppCommerceApi.credentials';
import {
	API_VERSIONS,
	DEFAULT_API_VERSION,
	endOf,
	versionStatus,
} from '../../../nodes/shared/graph/apiVersions';

const at = (day: string) => Date.parse(day);

it.each([
	['v27.0', '2026-11-21', 'served'],
	['v26.0', '2026-11-21', 'served'],
	['v21.0', '2026-09-01', 'served'],
	['v21.0', '2026-11-21', 'endsSoon'],
	['v21.0', '2027-01-20', 'endsSoon'],
	['v21.0', '2027-01-21', 'ended'],
	['v20.0', '2026-11-21', 'ended'],
	['v3.1', '2026-11-21', 'ended'],
	['v28.0', '2026-11-21', 'unknown'],
	['latest', '2026-11-21', 'unknown'],
])('%s on %s: %s', (name, day, status) => {
	expect(versionStatus(name, at(day))).toBe(status);
});

it('names the day on which a version ends, where one is announced', () => {
	expect(endOf('v25.0')).toBe('29 July 2028');
	expect(endOf('v26.0')).toBeNull();
	expect(endOf('v1.0')).toBeNull();
});

it('has the newest version first', () => {
	const numbers = API_VERSIONS.map(({ name }) => Number(name.slice(1)));
	expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
});

it('a credential offers all of them, each with its end, and begins with one that has none', () => {
	const field = new WhatsAppCommerceApi().properties.find(({ name }) => name === 'apiVersion');
	expect(field?.options).toEqual(
		API_VERSIONS.map(({ name }) => ({ name: expect.stringContaining(name), value: name })),
	);
	expect(field?.options?.slice(0, 3)).toMatchObject([
		{ name: 'v27.0 (Newest)' },
		{ name: 'v26.0 (No End Announced)' },
		{ name: 'v25.0 (Until 29 July 2028)' },
	]);
	expect(field?.default).toBe(DEFAULT_API_VERSION);
	expect(versionStatus(DEFAULT_API_VERSION, at('2026-11-21'))).toBe('served');
	expect(endOf(DEFAULT_API_VERSION)).toBeNull();
});
