import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { cart, delivery, line, pablo } from '../support/fixtures/deliveries';
import { TriggerHost } from '../support/webhookHost.mts';
import { pageText } from './support/blocks.mts';

const root = join(__dirname, '..', '..');
const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((file) =>
	join('docs', file),
);
const PAGES = [
	'README.md',
	'sandbox/README.md',
	'CONTRIBUTING.md',
	'CHANGELOG.md',
	'SECURITY.md',
	...docs.filter((file) => file.endsWith('.md')),
];
const readme = pageText('README.md');

const jsonIn = (text: string) =>
	[...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => json);

describe('the README', () => {
	it.each(['README.md', 'docs/trigger.md'])(
		'shows an order exactly as it comes (%s)',
		async (page) => {
			const [sample] = jsonIn(pageText(page))
				.map((json) => JSON.parse(json) as Record<string, unknown>)
				.filter(({ event }) => event === 'order');
			const host = new TriggerHost();
			await host.listen();
			const contact = { ...pablo, profile: { name: 'Pablo' } };
			await host.deliver(delivery([cart([line()], { id: sample.orderId })], [contact]));
			await host.close();
			expect(host.runs[0][0]).toEqual(sample);
		},
	);

	it('shows no other JSON than samples that are compared', () => {
		const samples = jsonIn(pageText('docs/operations.md'));
		const others = jsonIn(readme).filter((json) => !json.includes('"event": "order"'));
		expect(others.length).toBeGreaterThan(0);
		for (const json of others) expect(samples).toContain(json);
	});

	it('lists every example workflow', () => {
		for (const file of readdirSync(join(root, 'workflows'))) {
			expect(readme).toContain(`| [${file}](workflows/${file}) |`);
		}
	});

	it('quotes only what the nodes say', () => {
		const table = readme.slice(
			readme.indexOf('\n## Troubleshooting'),
			readme.indexOf('\n## Limits'),
		);
		const quotes = [...table.matchAll(/“([^”]+)”/g)].map(([, words]) => words).slice(1);
		const said = sourcesIn('nodes').join('\n');
		expect(quotes.length).toBeGreaterThan(8);
		for (const words of quotes) expect(said).toContain(words);
	});
});

describe.each(PAGES)('%s', (page) => {
	const text = pageText(page);
	const links = [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link]) => link);

	it('links only to files and chapters that exist', () => {
		for (const link of links) {
			const [path = '', chapter] = link.split('#');
			const target = path === '' ? page : join(dirname(page), path);
			expect({ link, exists: existsSync(join(root, target)) }).toEqual({ link, exists: true });
			if (chapter) expect(chaptersOf(target)).toContain(chapter);
		}
	});

	it('names no machine', () => {
		expect(text).not.toMatch(/127\.0\.0\.1|localhost:\d|\/home\/|\/root\/|\/tmp\//);
	});
});

it('every picture is shown somewhere, and small', () => {
	const shown = PAGES.map(pageText).join('\n');
	const pictures = docs.filter(
		(file) => !file.endsWith('.md') && statSync(join(root, file)).isFile(),
	);
	expect(pictures.length).toBeGreaterThan(10);
	for (const picture of pictures) {
		expect(picture).toMatch(/\.webp$/);
		expect(shown).toContain(basename(picture));
		expect(readFileSync(join(root, picture)).length).toBeLessThan(150_000);
	}
});

/** Names of headings as links of the repository and of npm spell them. */
function chaptersOf(page: string): string[] {
	return [...pageText(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
		heading
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N} _-]/gu, '')
			.replaceAll(' ', '-'),
	);
}

function sourcesIn(folder: string): string[] {
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => readFileSync(join(root, folder, file), 'utf8'));
}
