/** Transforms TypeScript to CommonJS without checking types; `npm run typecheck` does that. */
const swc = {
	jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
	module: { type: 'commonjs' },
};
const transform = { '\\.m?ts$': ['@swc/jest', swc] };

/** The SDK of the bench brings zod 4 itself; the one beside it is n8n's zod 3.25. */
const newestZod = require.resolve('zod/v4', {
	paths: [require.resolve('@kapso/whatsapp-cloud-api')],
});

/** One kind of test, found by its folder. */
const project = (displayName, more = {}) => ({
	displayName,
	rootDir: __dirname,
	testEnvironment: 'node',
	testMatch: [`<rootDir>/test/${displayName}/**/*.test.{ts,mts}`],
	moduleFileExtensions: ['ts', 'mts', 'js', 'json', 'node'],
	transform,
	...more,
});

/** n8n-core writes an encryption key into the user folder on first use: not into the real one. */
const engine = { setupFiles: ['<rootDir>/test/support/setup.mts'] };

module.exports = {
	// No test is about speed: a busy machine is no reason to fail.
	testTimeout: 20_000,
	// Of `npm run coverage`.
	coverageReporters: ['text', 'lcovonly'],
	collectCoverageFrom: [
		'{nodes,credentials}/**/*.ts',
		'sandbox/**/*.mts',
		'!sandbox/phone/**',
		// n8n gets a function of it as text, in which nothing can be counted.
		'!nodes/WhatsAppCommerceTrigger/events/outputs.ts',
	],
	projects: [
		project('unit'),
		// The host decides which zod there is: every schema test also runs on the newest one at hand.
		project('unit-zod4', {
			testMatch: ['<rootDir>/test/unit/payload/**/*.test.ts'],
			moduleNameMapper: { '^zod/v4$': newestZod },
		}),
		project('engine', engine),
		project('trigger', engine),
		project('package', engine),
		project('sandbox'),
		// The page in a real browser; what is tested is what has just been built.
		project('phone', { globalSetup: '<rootDir>/test/support/browser/globalSetup.mjs' }),
		// n8n and the sandbox are started once for all files.
		project('e2e', {
			globalSetup: '<rootDir>/test/support/n8n/globalSetup.mjs',
			globalTeardown: '<rootDir>/test/support/n8n/globalTeardown.mjs',
		}),
	],
};
