import { execFileSync, spawnSync } from 'node:child_process';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { pageText } from './support/blocks.mts';

const root = join(__dirname, '..', '..');
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const scriptsIn = (folder: string) =>
	(JSON.parse(textOf(join(folder, 'package.json'))) as { scripts: Record<string, string> }).scripts;

/** Who runs a command: a file, and what stands there because of it. */
type Runner = [file: string, mark: string];

const stepOf = (name: string): Runner => ['tools/test/steps.mjs', `('${name}'`];
const START: Runner = ['test/e2e/start.test.mts', "'start'"];

/** Every command of the documentation. One that none of them runs is not in the documentation. */
const RUN_BY: Record<string, Runner> = {
	'npm start': START,
	'npm start -- --fresh': ['test/e2e/start.test.mts', "'--fresh'"],
	'npm test': ['.github/workflows/ci.yml', 'run: npm test\n'],
	'npm test -- unit engine': ['test/package/commands.test.mts', "'unit', 'engine'"],
	'npm run test:unit': ['test/package/commands.test.mts', "'test:unit'"],
	'npm run test:watch': ['test/package/commands.test.mts', 'npm run test:watch watches'],
	'npm run coverage': ['test/package/commands.test.mts', "'coverage'"],
	'npm run format': ['test/package/commands.test.mts', 'npm run format formats'],
	'npm run lint': stepOf('lint'),
	'npm run lint:types': stepOf('lint:types'),
	'npm run knip': stepOf('knip'),
	'npm run build': stepOf('build'),
	'npm run scan': stepOf('scan'),
	'npm run bench:trigger': ['test/e2e/commands.test.mts', "'bench:trigger'"],
	'npm run bench:send': ['test/e2e/commands.test.mts', "'bench:send'"],
	'npm run bench:growth': ['test/e2e/commands.test.mts', "'bench:growth'"],
	'npm run bench:soak': ['test/e2e/commands.test.mts', "'bench:soak'"],
	'npm run scale': ['tools/test/commands.mjs', "'bench/scale/scale.mts'"],
	'npm run pictures': ['test/e2e/commands.test.mts', "'pictures'"],
	// What it would write is compared there.
	'npm run phones': ['test/unit/payload/phones/planTable.test.mts', 'planTable(metadata'],
	'npm run docs:operations': ['tools/docs.mjs', "'test/package/samples'"],
	// The tree is copied instead, so that what is tested is what is here.
	'git clone https://github.com/n8n-nodes-whatsapp-commerce/n8n-nodes-whatsapp-commerce.git': [
		'test/e2e/start.test.mts',
		'copyOfTree',
	],
	'cd n8n-nodes-whatsapp-commerce': ['test/e2e/start.test.mts', 'options], copy'],
	'npm ci --prefix sandbox': ['tools/install/packages.mjs', "args: ['ci']"],
	'npm run build:phone --prefix sandbox': ['tools/install/phonePage.mjs', "'build:phone'"],
	'npm start --prefix sandbox': ['test/sandbox/commands.test.mts', "'start', '--prefix'"],
	'npm test --prefix sandbox': ['test/sandbox/commands.test.mts', "'test', '--prefix'"],
	'node sandbox/customer.mjs orders BAK-RYE=2 --port 8490': [
		'test/sandbox/commands.test.mts',
		"'sandbox/customer.mjs', 'orders', 'BAK-RYE=2', '--port'",
	],
	'git config core.hooksPath .githooks': ['test/package/commands.test.mts', 'core.hooksPath='],
};

const PAGES = [
	'README.md',
	'sandbox/README.md',
	'CONTRIBUTING.md',
	...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.md'))
		.map((file) => join('docs', file)),
];

/** Lines of shell blocks, and what stands in backticks and begins like a command. */
const commandsIn = (text: string): string[] => [
	...[...text.matchAll(/```(?:sh|bash|shell)\n([\s\S]*?)```/g)].flatMap(([, block]) =>
		block.trim().split('\n'),
	),
	...[...text.matchAll(/`((?:npm|npx|node|git) [^`]+)`/g)].map(([, command]) => command),
];
const commands = [...new Set(PAGES.flatMap((page) => commandsIn(pageText(page))))];

it('finds the commands', () => {
	expect(commands).toEqual(expect.arrayContaining(['npm start', 'npm run build', 'npm test']));
});

describe.each(commands)('%s', (command) => {
	it('is run by a test or a step', () => {
		expect(Object.keys(RUN_BY)).toContain(command);
		const [file, mark] = RUN_BY[command];
		expect(existsSync(join(root, file))).toBe(true);
		expect(textOf(file)).toContain(mark);
	});

	it('exists', () => {
		const script = /^npm (?:run )?(?!ci\b)([\w:]+)/.exec(command)?.[1];
		const folder = / --prefix (\S+)/.exec(command)?.[1] ?? '.';
		if (script) expect(Object.keys(scriptsIn(folder))).toContain(script);
	});
});

it('no command is said to be run that nobody is told about', () => {
	expect(Object.keys(RUN_BY).filter((command) => !commands.includes(command))).toEqual([]);
});

describe('npm test', () => {
	const run = (...args: string[]) =>
		execFileSync(process.execPath, [join(root, 'tools/run.mjs'), 'test', ...args], {
			encoding: 'utf8',
		});

	it('has the steps that the documentation and CI name', () => {
		const steps = run('--list').trim().split('\n');
		const [, ofCi] = /run: npm test -- (.+)/.exec(textOf('.github/workflows/ci.yml')) ?? [];
		expect(steps).toEqual(expect.arrayContaining(['unit', 'engine', ...ofCi.split(' ')]));
	});

	it('refuses a step that does not exist', () => {
		expect(() => run('no-such-step')).toThrow(/There is no step no-such-step/);
	});
});

describe.each([
	['test:unit', ['unit']],
	['coverage', ['unit', 'engine', 'trigger', 'sandbox']],
])('npm run %s', (script, projects) => {
	it('runs the tests that it says', () => {
		const listed = execFileSync('npm', ['run', '--silent', script, '--', '--listTests'], {
			cwd: root,
			encoding: 'utf8',
		});
		const folders = listed.match(/(?<=[\\/]test[\\/])\w+/g) ?? [];
		expect([...new Set(folders)].sort()).toEqual([...projects].sort());
	});
});

describe('a command that does not end or that writes', () => {
	const scripts = scriptsIn('.');

	it('npm run test:watch watches what test:unit runs', () => {
		expect(scripts['test:watch']).toBe(`${scripts['test:unit']} --watch`);
	});

	it('npm run format formats what its check looks at', () => {
		expect(scripts.format?.replace('--write', '--check')).toBe(scripts['format:check']);
	});
});

describe('the hook before a commit', () => {
	const repository = mkdtempSync(join(tmpdir(), 'whatsapp-commerce-hook-'));
	const git = (...args: string[]) => {
		const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
		const hooks = ['-c', `core.hooksPath=${join(root, '.githooks')}`];
		return spawnSync('git', [...author, ...hooks, ...args], { cwd: repository, encoding: 'utf8' });
	};
	beforeAll(() => {
		git('init');
		symlinkSync(join(root, 'node_modules'), join(repository, 'node_modules'), 'junction');
		copyFileSync(join(root, '.prettierrc.js'), join(repository, '.prettierrc.js'));
	});
	afterAll(() => rmSync(repository, { recursive: true, force: true }));

	it('lets a commit without code pass', () => {
		writeFileSync(join(repository, 'README.md'), '#  Odd\n');
		git('add', 'README.md');
		expect(git('commit', '-m', 'Text')).toMatchObject({ status: 0 });
	});

	it('refuses a file that is not formatted', () => {
		mkdirSync(join(repository, 'nodes'));
		writeFileSync(join(repository, 'nodes/odd.ts'), 'export const odd = "1"');
		git('add', 'nodes');
		const { status, stderr } = git('commit', '-m', 'Odd');
		expect(status).not.toBe(0);
		expect(stderr).toContain('nodes/odd.ts');
	});
});

describe('a release', () => {
	const { version } = JSON.parse(textOf('package.json')) as { version: string };
	const check = (tag: string) =>
		spawnSync(process.execPath, [join(root, 'tools/release.mjs'), tag], { encoding: 'utf8' });

	it('is checked by the workflow that publishes it', () => {
		const workflow = textOf('.github/workflows/publish.yml');
		const [checked, tested, published] = [
			workflow.indexOf('node tools/release.mjs'),
			workflow.indexOf('run: npm test'),
			workflow.indexOf('run: npm publish --provenance --access public'),
		];
		expect(checked).toBeGreaterThan(0);
		expect(tested).toBeGreaterThan(checked);
		expect(published).toBeGreaterThan(tested);
	});

	it('needs a tag with the version of package.json', () => {
		expect(check('v999.0.0')).toMatchObject({
			status: 1,
			stderr: expect.stringContaining(`package.json has ${version}`),
		});
	});

	it('needs a chapter of the changelog that is not called unreleased any more', () => {
		const isReleased = !textOf('CHANGELOG.md').includes(`## ${version} (unreleased)`);
		expect(check(`v${version}`).status).toBe(isReleased ? 0 : 1);
	});
});
