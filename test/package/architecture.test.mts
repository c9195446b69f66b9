import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { pageText } from './support/blocks.mts';

const root = join(__dirname, '..', '..');

/** The folders of the tree in `docs/architecture.md`, such as `nodes/shared/graph`. */
function roomsDrawn(): string[] {
	const [, tree] = /```text\n([\s\S]*?)```/.exec(pageText('docs/architecture.md')) ?? [];
	const above: string[] = [];
	return tree
		.trimEnd()
		.split('\n')
		.flatMap((line) => {
			const [, indent, names] = /^( *)((?:[\w.-]+\/ *)+)/.exec(line) ?? [];
			const depth = indent.length / 2;
			const all = names.split('/').flatMap((name) => name.trim() || []);
			const paths = all.map((name) => [...above.slice(0, depth), name].join('/'));
			above.splice(depth, above.length, all[0]);
			return paths;
		});
}

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
	cwd: root,
	encoding: 'utf8',
})
	.split('\n')
	.filter((file) => existsSync(join(root, file)) && !file.includes('__schema__'));

/** All folders with files of the repository below a folder. */
const roomsBelow = (folder: string): string[] => {
	const folders = files
		.filter((file) => file.startsWith(`${folder}/`))
		.flatMap((file) => {
			const names = file.split('/').slice(0, -1);
			return names.map((_, index) => names.slice(0, index + 1).join('/'));
		});
	return [...new Set(folders)];
};

const drawn = roomsDrawn();

it('draws only rooms that exist', () => {
	expect(drawn.length).toBeGreaterThan(50);
	expect(drawn.filter((room) => !existsSync(join(root, room)))).toEqual([]);
});

it('draws every room of the nodes', () => {
	expect(roomsBelow('nodes').filter((room) => !drawn.includes(room))).toEqual([]);
});

it('draws every room of the sandbox but those of the phone page', () => {
	const rooms = roomsBelow('sandbox').filter((room) => !room.startsWith('sandbox/phone/'));
	expect(rooms.filter((room) => !drawn.includes(room))).toEqual([]);
});
