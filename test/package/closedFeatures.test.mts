import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { CATALOG_ID } from '../support/parameters';
import { byId, runAction, search } from '../support/run';
import { useSandbox } from '../support/sandbox';
import { SAMPLES } from './support/samples.mts';

/**
 * What new apps cannot use since 4 November 2026, on any Graph version (facts 10, 11.3): most n8n users
 * have a new app, and an old one may not begin with it either.
 */
const PARAMETERS = ['ids', 'method', 'date_format', 'callback', 'batch'];

/** A parameter in a URL, in the object of a call's query or body, or in that of a page of a list. */
const asParameter = (name: string) =>
	new RegExp(
		[
			`[?&]${name}=`,
			`\\b(?:query|qs|body)\\w*\\s*[:=]\\s*\\{[^{}]*\\b${name}\\b(?!_)`,
			`\\b\\w*[pP]age\\([^;{}]*\\{[^{}]*\\b${name}\\b(?!_)`,
		].join('|'),
	);

const CLOSED: Array<[feature: string, written: RegExp, examples: string[]]> = [
	...PARAMETERS.map((name): [string, RegExp, string[]] => [
		`the parameter ${name}`,
		asParameter(name),
		[
			`\`/me?fields=id&${name}=x\``,
			`graph.call({ path: [], query: { limit: 1, ${name}: 'x' } })`,
			`const query = { ${name}, fields };`,
			`await page(graph, [catalogId], row, {\n\tfields: 'id',\n\t${name}: 'x',\n})`,
		],
	]),
	['aliases of fields', /\.as\(/, ["'id,price.as(p)'"]],
];

const root = join(__dirname, '..', '..');
const files = execFileSync(
	'git',
	['ls-files', '-co', '--exclude-standard', 'nodes', 'credentials'],
	{
		cwd: root,
		encoding: 'utf8',
	},
)
	.split('\n')
	.filter((file) => file.endsWith('.ts'));

/** Without comments, which may name what is closed. */
const codeOf = (file: string) =>
	readFileSync(join(root, file), 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');

it.each(CLOSED)('no source uses %s', (_feature, written, examples) => {
	expect(files.length).toBeGreaterThan(100);
	expect(files.filter((file) => written.test(codeOf(file)))).toEqual([]);
	for (const example of examples) expect(example).toMatch(written);
});

describe('what the nodes really ask', () => {
	const { credential, calls } = useSandbox();

	it('has none of it either, in any operation or search', async () => {
		for (const [key, { parameters, items = [{}] }] of Object.entries(SAMPLES)) {
			const [resource, operation] = key.split('/');
			const all = { resource, operation, ...parameters };
			expect((await runAction(credential, all, { items })).error).toBeUndefined();
		}
		for (const list of [
			...(['searchCatalogs', 'searchPhoneNumbers', 'searchProducts', 'searchProductSets'] as const),
			'searchProductTemplates' as const,
		]) {
			await search(credential, list, { catalogId: byId(CATALOG_ID) }, 'bread');
		}
		const asked = await calls();
		expect(asked.length).toBeGreaterThan(30);
		expect(asked.filter(({ path }) => path.endsWith('/diagnostics'))).toHaveLength(1);
		const names = new Set(asked.flatMap(({ query }) => Object.keys(query)));
		expect(names).toContain('fields');
		for (const closed of PARAMETERS) expect(names).not.toContain(closed);
		const fields = asked.map(({ query }) => query.fields ?? '');
		expect(fields.filter((given) => given.includes('.as('))).toEqual([]);
		// A batch is sent to the version itself.
		expect(asked.filter(({ path }) => /^\/v\d+\.\d+\/?$/.test(path))).toEqual([]);
	});
});
