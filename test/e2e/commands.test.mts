import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

jest.setTimeout(120_000);

const npmRun = (script: string, ...args: string[]) =>
	spawnSync('npm', ['run', '--silent', script, '--', ...args], {
		cwd: root,
		encoding: 'utf8',
		shell: process.platform === 'win32',
	});

/** Commands that take long, in a form that starts them and ends at once. */
describe('commands of the documentation', () => {
	it.each([
		['bench:trigger', 'no-such-part', /The parts: throughput, large/],
		['bench:send', 'no-such-part', /The parts: a, b, c/],
		['bench:growth', 'no-such-part', /The parts: sends, orders/],
		['bench:soak', '--minutes=none', /--minutes=30/],
	])('npm run %s says what it takes', (script, argument, sentence) => {
		expect(npmRun(script, argument)).toMatchObject({
			status: 1,
			stderr: expect.stringMatching(sentence),
		});
	});

	it('npm run pictures makes every picture of the documentation', () => {
		const { status, stdout } = npmRun('pictures', '--list');
		expect(status).toBe(0);
		const made = stdout.trim().split('\n').slice().sort();
		const there = readdirSync(path.join(root, 'docs'))
			.filter((file) => file.endsWith('.webp'))
			.map((file) => path.parse(file).name);
		expect(made).toEqual(there.sort());
	});
});
