import type { FaultRow } from './faults.mts';
import type { GuardRow } from './guards.mts';
import type { MessageCounts } from './messages.mts';
import type { WaveRow } from './orders.mts';

/** What must not be, in words; empty when all is well. docs/scaling.md promises exactly this. */

export function brokenOrders(rows: WaveRow[]): string[] {
	const [first] = rows;
	return [
		...told(rows, ({ withoutRun }) => withoutRun > 0, 'orders without a run'),
		// Only the first wave may double: whatever comes later is known to both processes.
		...told(
			rows,
			({ runsTooMany }) => runsTooMany > (first?.runsTooMany ?? 0),
			'orders run once more when they came later',
		),
	];
}

export function brokenMessages(rows: MessageCounts[]): string[] {
	return [
		...told(rows, ({ doubled }) => doubled > 0, 'messages doubled'),
		...told(rows, ({ unreported }) => unreported > 0, 'messages of which nothing is told'),
	];
}

export function brokenGuards(rows: GuardRow[]): string[] {
	return [
		...told(
			rows.filter(({ guard }) => guard !== 'removeDuplicates'),
			// A run that failed, for instance for want of a connection to PostgreSQL, is in n8n's list and not lost.
			({ never, failedRuns }) => never > failedRuns,
			'orders lost',
		),
		...told(
			rows.filter(({ mayDouble }) => !mayDouble),
			({ moreOften }) => moreOften > 0,
			'orders doubled',
		),
	];
}

export function brokenFaults(rows: FaultRow[]): string[] {
	return [
		...brokenMessages(rows),
		...told(rows, ({ withoutRun }) => withoutRun > 0, 'orders answered 200 without a run'),
	];
}

function told<Row extends object>(
	rows: Row[],
	isBroken: (row: Row) => boolean,
	what: string,
): string[] {
	const [name] = rows.filter(isBroken).map((row) => Object.values(row)[0] as unknown);
	return name === undefined ? [] : [`${what} (${String(name)})`];
}
