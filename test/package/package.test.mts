import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { PackageDirectoryLoader } from 'n8n-core';

const root = join(__dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The package as npm would publish it, unpacked. */
let published: string;
let files: string[];
beforeAll(() => {
	// Below our own node_modules, so that n8n-workflow and zod are found as they are inside n8n.
	const cache = join(root, 'node_modules', '.cache');
	mkdirSync(cache, { recursive: true });
	published = mkdtempSync(join(cache, 'published-'));
	const npm = (args: string[]) => execFileSync('npm', args, { cwd: root, encoding: 'utf8' });
	const [packed] = JSON.parse(npm(['pack', '--json', '--pack-destination', published])) as [
		{ filename: string; files: Array<{ path: string }> },
	];
	files = packed.files.map(({ path }) => path).sort();
	execFileSync('tar', ['xzf', join(published, packed.filename), '-C', published]);
});
afterAll(() => rmSync(published, { recursive: true, force: true }));

it('contains what runs, and nothing else', () => {
	const allowed = [
		/^(LICENSE|README\.md|CHANGELOG\.md|package\.json)$/,
		/^dist\/(credentials|nodes)\/.+\.js$/,
		/^dist\/nodes\/.+\.node\.json$/,
		/^dist\/nodes\/.+\/__schema__\/.+\.json$/,
		/^dist\/icons\/whatsAppCommerce(\.dark)?\.svg$/,
	];
	expect(files.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
	expect(files).toEqual(
		expect.arrayContaining([...manifest.n8n.nodes, ...manifest.n8n.credentials, 'LICENSE']),
	);
});

it('brings no dependency and asks for nothing but n8n-workflow', () => {
	const { dependencies, peerDependencies, optionalDependencies, bundleDependencies } = JSON.parse(
		readFileSync(join(published, 'package', 'package.json'), 'utf8'),
	);
	expect({ dependencies, optionalDependencies, bundleDependencies }).toEqual({});
	expect(peerDependencies).toEqual({ 'n8n-workflow': '*' });
});

it('requires only its own files, zod, crypto and n8n-workflow', () => {
	const required = files
		.filter((file) => file.endsWith('.js'))
		.flatMap((file) => {
			const code = readFileSync(join(published, 'package', file), 'utf8');
			return [...code.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name);
		})
		.filter((name) => !name.startsWith('.'));
	expect([...new Set(required)].sort()).toEqual(['crypto', 'n8n-workflow', 'zod/v4']);
});

describe('n8n loads it', () => {
	const loader = () => new PackageDirectoryLoader(join(published, 'package'));

	it('with both nodes, the credential, icons and codex', async () => {
		const loaded = loader();
		await loaded.loadAll();
		expect(Object.keys(loaded.nodeTypes).sort()).toEqual([
			'whatsAppCommerce',
			'whatsAppCommerceTrigger',
		]);
		expect(Object.keys(loaded.credentialTypes)).toEqual(['whatsAppCommerceApi']);
		for (const { type } of Object.values(loaded.nodeTypes)) {
			const { iconUrl, codex } = type.description as { iconUrl?: object; codex?: object };
			expect(iconUrl).toEqual({
				light: 'icons/n8n-nodes-whatsapp-commerce/dist/icons/whatsAppCommerce.svg',
				dark: 'icons/n8n-nodes-whatsapp-commerce/dist/icons/whatsAppCommerce.dark.svg',
			});
			expect(codex).toMatchObject({ categories: ['Communication', 'Sales'] });
		}
		expect(loaded.known.credentials.whatsAppCommerceApi.supportedNodes?.sort()).toEqual([
			'whatsAppCommerce',
			'whatsAppCommerceTrigger',
		]);
	});
});
