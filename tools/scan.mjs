import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { pack } from './n8n/pack.mjs';
import { root } from './root.mjs';

/**
 * `npm run scan`: the community scanner's own rules, on the source and on the packed tarball, as
 * `npx @n8n/scan-community-package` applies them after publishing. Run `npm run build` first.
 */
export async function scan() {
	const unpacked = mkdtempSync(path.join(tmpdir(), 'scan-'));
	try {
		execFileSync('tar', ['xzf', await pack(unpacked), '--strip-components=1'], { cwd: unpacked });
		const results = {
			source: await analyzePackage(root, SOURCE_FILE_PATTERNS),
			tarball: await analyzePackage(unpacked, ['**/*.js', 'package.json']),
		};
		for (const [name, { passed, message, details }] of Object.entries(results))
			console.log(`${name}: ${passed ? 'no findings' : (details ?? message)}`);
		return Object.values(results).every(({ passed }) => passed) ? 0 : 1;
	} finally {
		rmSync(unpacked, { recursive: true, force: true });
	}
}
