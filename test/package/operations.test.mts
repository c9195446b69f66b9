import { blocksOf, expectBlock, pageText } from './support/blocks.mts';
import { events, operations } from './support/operations.mts';

const row = (...cells: string[]) =>
	`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const anchor = (name: string) => name.toLowerCase().replaceAll(' ', '-');

it('are listed in the README as the node describes them', () => {
	const rows = operations().map(({ resource, name, does, needs }) =>
		row(
			resource,
			`[${name}](docs/operations.md#${anchor(name)})`,
			does,
			needs.join(', ') || 'nothing',
		),
	);
	const head = [row('Resource', 'Operation', 'What it does', 'Needs'), '|---|---|---|---|'];
	expectBlock('README.md', 'operations', [...head, ...rows].join('\n'));
});

it('start with the events that the trigger describes', () => {
	const rows = events().map(({ name, description = '' }) => row(name, description));
	const head = [row('Event', 'Starts a workflow when'), '|---|---|'];
	expectBlock('README.md', 'events', [...head, ...rows].join('\n'));
});

it('each have a chapter', () => {
	const chapters = [...pageText('docs/operations.md').matchAll(/^### (.+)$/gm)].map(
		([, name]) => name,
	);
	expect(chapters).toEqual(expect.arrayContaining(operations().map(({ name }) => name)));
});

it('are in no other block', () => {
	expect(blocksOf('README.md')).toEqual(['operations', 'events']);
});
