/**
 * `npm run scan`: the community scanner's own rules, on the source and on the packed tarball, as
 * `npx @n8n/scan-community-package` applies them after publishing. Run `npm run build` first.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

import { root } from './root.mjs';

const unpacked = mkdtempSync(join(tmpdir(), 'scan-'));
try {
	const shell = process.platform === 'win32';
	const npm = (args) => execFileSync('npm', args, { cwd: root, encoding: 'utf8', shell });
	const [{ filename }] = JSON.parse(npm(['pack', '--json', '--pack-destination', unpacked]));
	execFileSync('tar', ['xzf', filename, '--strip-components=1'], { cwd: unpacked });
	const legs = {
		source: await analyzePackage(root, SOURCE_FILE_PATTERNS),
		tarball: await analyzePackage(unpacked, ['**/*.js', 'package.json']),
	};
	for (const [name, { passed, message, details }] of Object.entries(legs)) {
		console.log(`${name}: ${passed ? 'no findings' : (details ?? message)}`);
		if (!passed) process.exitCode = 1;
	}
} finally {
	rmSync(unpacked, { recursive: true, force: true });
}
