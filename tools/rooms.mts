/**
 * The rooms of the code, the arrows between them, and the circles: who imports whom, by file and by folder.
 *
 *   node tools/rooms.mts            a table of all rooms
 *   node tools/rooms.mts nodes      only below a folder
 *   node tools/rooms.mts --json     one JSON line last
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** Which files each file imports, types included. Paths are relative to the root, with `/`. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>;

const CODE = /\.(ts|mts|tsx|mjs)$/;
const ENDINGS = ['', '.ts', '.mts', '.tsx', '.mjs', '/index.ts', '/index.mts'];
const IMPORT = /(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*['"](\.{1,2}\/[^'"]+)['"]/g;

/**
 * Reads the imports of all files that git knows or would add.
 *
 * @param root folder of the repository
 */
export function importGraph(root: string): ImportGraph {
	const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
		cwd: root,
		encoding: 'utf8',
	});
	const files = new Set(listed.split('\n').filter((file) => CODE.test(file)));
	const graph = new Map<string, Set<string>>();
	for (const file of files) {
		const text = textOf(path.join(root, file));
		if (text === undefined) continue;
		const imported = [...text.matchAll(IMPORT)].flatMap(([, specifier = '']) => {
			const base = path.posix.join(path.posix.dirname(file), specifier);
			const ending = ENDINGS.find((one) => files.has(base + one));
			return ending === undefined ? [] : [base + ending];
		});
		graph.set(file, new Set(imported));
	}
	return graph;
}

/** Undefined for a file that is deleted and not yet committed as such. */
function textOf(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return undefined;
	}
}

/**
 * The rooms directly below a folder: its folders, each with all that is in it, and its own files.
 *
 * @returns which rooms each room imports from, itself left out
 */
export function roomsBelow(graph: ImportGraph, folder: string): Map<string, Set<string>> {
	const roomOf = (file: string): string | undefined => {
		if (!file.startsWith(`${folder}/`)) return undefined;
		return `${folder}/${file.slice(folder.length + 1).split('/')[0]}`;
	};
	const rooms = new Map<string, Set<string>>();
	for (const [file, imported] of graph) {
		const room = roomOf(file);
		if (room === undefined) continue;
		const arrows = rooms.get(room) ?? new Set<string>();
		rooms.set(room, arrows);
		for (const target of imported) {
			const other = roomOf(target);
			if (other !== undefined && other !== room) arrows.add(other);
		}
	}
	return rooms;
}

/** Groups of two and more that reach each other: Tarjan's strongly connected components. */
export function circles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
	const order = new Map<string, number>();
	const lowest = new Map<string, number>();
	const stack: string[] = [];
	const found: string[][] = [];
	const visit = (node: string): void => {
		order.set(node, order.size);
		lowest.set(node, order.get(node) ?? 0);
		stack.push(node);
		for (const next of graph.get(node) ?? []) {
			if (!order.has(next)) {
				visit(next);
				lowest.set(node, Math.min(lowest.get(node) ?? 0, lowest.get(next) ?? 0));
			} else if (stack.includes(next)) {
				lowest.set(node, Math.min(lowest.get(node) ?? 0, order.get(next) ?? 0));
			}
		}
		if (lowest.get(node) !== order.get(node)) return;
		const group = stack.splice(stack.indexOf(node));
		if (group.length > 1) found.push(group.sort());
	};
	for (const node of graph.keys()) if (!order.has(node)) visit(node);
	return found;
}

/** Every folder that holds code, at any depth. */
export function foldersIn(graph: ImportGraph): string[] {
	const folders = new Set<string>();
	for (const file of graph.keys()) {
		for (let up = path.posix.dirname(file); up !== '.'; up = path.posix.dirname(up))
			folders.add(up);
	}
	return [...folders].sort();
}

if (process.argv[1] === import.meta.filename) {
	const { values, positionals } = parseArgs({
		options: { json: { type: 'boolean' }, root: { type: 'string' } },
		allowPositionals: true,
	});
	const graph = importGraph(values.root ?? path.join(import.meta.dirname, '..'));
	const rows = foldersIn(graph)
		.filter(
			(folder) =>
				positionals.length === 0 ||
				positionals.some((one) => `${folder}/`.startsWith(`${one.replace(/\/$/, '')}/`)),
		)
		.map((folder) => {
			const rooms = roomsBelow(graph, folder);
			const arrows = [...rooms.values()].reduce((sum, to) => sum + to.size, 0);
			return { folder, rooms: rooms.size, arrows, circles: circles(rooms).length };
		});
	const width = Math.max(...rows.map(({ folder }) => folder.length), 6);
	console.log(`${'folder'.padEnd(width)}  rooms  arrows  circles`);
	for (const { folder, ...counts } of rows) {
		const cells = [
			String(counts.rooms).padStart(5),
			String(counts.arrows).padStart(6),
			String(counts.circles).padStart(7),
		];
		console.log(`${folder.padEnd(width)}  ${cells.join('  ')}`);
	}
	const files = circles(graph);
	console.log(`\nCircles of files: ${files.length}`);
	for (const one of files) console.log(`  ${one.join(' · ')}`);
	if (values.json) console.log(JSON.stringify({ rooms: rows, circlesOfFiles: files }));
}
