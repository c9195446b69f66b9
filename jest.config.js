/** Transforms TypeScript to CommonJS without checking types; `npm run typecheck` does that. */
const swc = {
	jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
	module: { type: 'commonjs' },
};
const transform = { '\\.m?ts$': ['@swc/jest', swc] };

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
const engine = { setupFiles: ['<rootDir>/test/engine/setup.mts'] };

module.exports = {
	projects: [
		project('unit'),
		// The host decides which zod there is: every schema test runs on the API of both versions.
		project('unit-zod4', {
			testMatch: ['<rootDir>/test/unit/payload/**/*.test.ts'],
			moduleNameMapper: { '^zod$': 'zod/v4' },
		}),
		project('engine', engine),
		project('trigger', engine),
		project('package', engine),
		project('sandbox'),
		// The page in a real browser; what is tested is what has just been built.
		project('phone', { globalSetup: '<rootDir>/test/phone/support/globalSetup.mjs' }),
		// n8n and the sandbox are started once for all files.
		project('e2e', {
			globalSetup: '<rootDir>/test/e2e/support/globalSetup.mjs',
			globalTeardown: '<rootDir>/test/e2e/support/globalTeardown.mjs',
		}),
	],
};
