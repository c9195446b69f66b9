/**
 * @typedef {object} Outcome of a step; one without tests has no counts
 * @property {boolean} ok
 * @property {number} [passed]
 * @property {number} [failed]
 * @property {number} [skipped]
 * @property {number} [seconds] of the files of a project together
 *
 * @typedef {Outcome & { name: string, seconds: number }} Result
 */

/**
 * A table of the steps that ran, with their durations and counts.
 *
 * @param {Result[]} results steps that ran beside each other overlap in their seconds
 * @param {number} seconds what all of them took
 */
export function summary(results, seconds) {
	const rows = results.map(({ name, ok, seconds: own, passed, failed, skipped }) => {
		const tests =
			passed === undefined
				? ''
				: [`${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`]
						.filter(Boolean)
						.join(', ');
		return `  ${ok ? '✓' : '✗'} ${name.padEnd(12)} ${own.toFixed(1).padStart(7)} s   ${tests}`.trimEnd();
	});
	return [
		'',
		'━'.repeat(75),
		...rows,
		`    ${'all'.padEnd(12)} ${seconds.toFixed(1).padStart(7)} s`,
		'',
	].join('\n');
}

/**
 * All tests of all steps.
 *
 * @param {Result[]} results
 */
export function countsLine(results) {
	const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
		results.reduce((total, result) => total + (result[key] ?? 0), 0);
	const skipped = sum('skipped');
	return `${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
