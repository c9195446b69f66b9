import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { circles, foldersIn, importGraph, roomsBelow } from '../../tools/rooms.mts';

const root = join(__dirname, '..', '..');
const graph = importGraph(root);

/** What must never import what, as prefixes of paths. docs/architecture.md says why. */
const NEVERS: Array<{ rule: string; from: string; to: string[]; except?: string[] }> = [
	{
		rule: 'payload/ knows neither Graph nor fields',
		from: 'nodes/shared/payload/',
		to: ['nodes/'],
		except: ['nodes/shared/payload/'],
	},
	{
		rule: 'graph/ knows no fields and no node',
		from: 'nodes/shared/graph/',
		to: ['nodes/'],
		except: ['nodes/shared/graph/', 'nodes/shared/payload/'],
	},
	{
		rule: 'the action node stands on shared/ only',
		from: 'nodes/WhatsAppCommerce/',
		to: ['nodes/'],
		except: ['nodes/WhatsAppCommerce/', 'nodes/shared/'],
	},
	{
		rule: 'the trigger stands on shared/ only',
		from: 'nodes/WhatsAppCommerceTrigger/',
		to: ['nodes/'],
		except: ['nodes/WhatsAppCommerceTrigger/', 'nodes/shared/'],
	},
	{
		rule: 'shared/ knows neither node',
		from: 'nodes/shared/',
		to: ['nodes/'],
		except: ['nodes/shared/'],
	},
	...['fields', 'sending', 'items'].map((room) => ({
		rule: `${room}/ imports no operation`,
		from: `nodes/WhatsAppCommerce/${room}/`,
		to: ['nodes/WhatsAppCommerce/operations/'],
	})),
	...['catalog', 'order', 'productMessage', 'setup', 'template'].map((resource) => ({
		rule: `the operations of ${resource} do not lean on another resource`,
		from: `nodes/WhatsAppCommerce/operations/${resource}/`,
		to: ['nodes/WhatsAppCommerce/operations/'],
		except: [`nodes/WhatsAppCommerce/operations/${resource}/`],
	})),
	{
		rule: 'the sandbox is a reading of its own',
		from: 'sandbox/',
		to: ['nodes/', 'credentials/', 'test/', 'bench/', 'tools/'],
	},
	{
		rule: 'what is published imports nothing that is not',
		from: 'nodes/',
		to: ['credentials/', 'sandbox/', 'test/', 'bench/', 'tools/'],
	},
	{
		rule: 'the credential stands on shared/ only',
		from: 'credentials/',
		to: ['nodes/WhatsAppCommerce', 'sandbox/', 'test/', 'bench/', 'tools/'],
	},
];

const isBelow = (file: string, folders: string[] = []) =>
	folders.some((folder) => file.startsWith(folder));

it.each(NEVERS)('$rule', ({ from, to, except }) => {
	const files = [...graph.keys()].filter((file) => file.startsWith(from));
	const wrong = files.flatMap((file) =>
		[...(graph.get(file) ?? [])]
			.filter((target) => isBelow(target, to) && !isBelow(target, except))
			.map((target) => `${file} → ${target}`),
	);

	expect(files).not.toEqual([]);
	expect(wrong).toEqual([]);
});

/** What the text of a file must not hold, outside of a few places. */
const WORDS: Array<{ rule: string; from: string; words: RegExp; except?: string[] }> = [
	{
		rule: 'payload/ imports zod and nothing else',
		from: 'nodes/shared/payload/',
		words: /from '(?!\.{1,2}\/|zod\/v4')/,
	},
	{
		rule: 'only the connection makes requests',
		from: 'nodes/',
		words: /httpRequest|\bfetch\(/,
		except: ['nodes/shared/graph/connection.ts'],
	},
	{
		rule: 'this of n8n ends in the node classes',
		from: 'nodes/',
		words: /\(this:|^\s*this: |\.call\(this/m,
		except: [
			'nodes/WhatsAppCommerce/WhatsAppCommerce.node.ts',
			'nodes/WhatsAppCommerceTrigger/WhatsAppCommerceTrigger.node.ts',
		],
	},
	{
		rule: 'operations hold no HTTP',
		from: 'nodes/WhatsAppCommerce/operations/',
		words: /\.call\(\{|method: 'GET'|method: 'POST'|statusCode|httpStatus/,
	},
];

it.each(WORDS)('$rule', ({ from, words, except }) => {
	const wrong = [...graph.keys()].filter(
		(file) =>
			file.startsWith(from) &&
			!isBelow(file, except) &&
			words.test(readFileSync(join(root, file), 'utf8')),
	);

	expect(wrong).toEqual([]);
});

it('no files import each other in a circle, types included', () => {
	expect(circles(graph)).toEqual([]);
});

const folders = foldersIn(graph).filter((folder) => /^(nodes|sandbox|tools|bench)\b/.test(folder));

it.each(folders)('no rooms of %s import each other in a circle', (folder) => {
	expect(circles(roomsBelow(graph, folder))).toEqual([]);
});
