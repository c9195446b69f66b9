const { writeFileSync } = require('node:fs');

/**
 * A reporter of jest that counts the tests of each project, and the seconds that their files took together. It writes them as
 * JSON to the file that TEST_COUNTS names. CommonJS, as jest loads it.
 */
module.exports = class ProjectCounts {
	counts = {};

	onTestResult(
		test,
		{ numPassingTests, numFailingTests, numPendingTests, perfStats, testExecError },
	) {
		const name = test.context.config.displayName.name;
		const counts = (this.counts[name] ??= { passed: 0, failed: 0, skipped: 0, seconds: 0 });
		counts.passed += numPassingTests;
		// A file that cannot even be loaded has no tests.
		counts.failed += numFailingTests || Number(Boolean(testExecError));
		counts.skipped += numPendingTests;
		counts.seconds += perfStats.runtime / 1_000;
	}

	onRunComplete() {
		writeFileSync(process.env.TEST_COUNTS, JSON.stringify(this.counts));
	}
};
