/**
 * `npm run lint:types`: rules that need to know types. A configuration of its own, since n8n's (eslint.config.mjs) has to stay
 * as n8n wrote it.
 */
import { createRequire } from 'node:module';

/** The typescript-eslint that n8n's rules bring. */
const tseslint = createRequire(import.meta.resolve('@n8n/node-cli/eslint'))('typescript-eslint');

const rules = {
	'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
	'@typescript-eslint/no-floating-promises': 'error',
	'@typescript-eslint/no-misused-promises': 'error',
	'@typescript-eslint/switch-exhaustiveness-check': [
		'error',
		{ considerDefaultExhaustiveForUnions: true },
	],
};

/**
 * Where n8n's and zod's types are exact. Elsewhere the types promise more than there is: JSON.stringify gives undefined too,
 * and what beforeAll sets is missing when it has failed.
 */
const shipped = { ...rules, '@typescript-eslint/no-unnecessary-condition': 'error' };

/** The files of one TypeScript project. */
const project = (tsconfig, files, ruled = rules) => ({
	files: [files],
	languageOptions: {
		parser: tseslint.parser,
		parserOptions: { project: tsconfig, tsconfigRootDir: import.meta.dirname },
	},
	linterOptions: { noInlineConfig: true },
	plugins: { '@typescript-eslint': tseslint.plugin },
	rules: ruled,
});

export default [
	{ ignores: ['**/dist/', '.sandbox/', 'coverage/'] },
	project('tsconfig.lint.json', '{nodes,credentials}/**/*.ts', shipped),
	project('tsconfig.lint.json', '{test,bench}/**/*.{ts,mts}'),
	project('tools/tsconfig.json', 'tools/**/*.{ts,mts,mjs}'),
	project('sandbox/tsconfig.json', 'sandbox/**/*.mts'),
	project('sandbox/phone/tsconfig.json', 'sandbox/phone/**/*.{mts,tsx}'),
];
