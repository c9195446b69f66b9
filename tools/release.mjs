/**
 * Refuses a release whose tag is not the version of package.json, or that CHANGELOG.md does not describe.
 *
 *   node tools/release.mjs v1.2.3
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

const [tag = ''] = process.argv.slice(2);
const read = (/** @type {string} */ file) => readFileSync(path.join(root, file), 'utf8');
const { version } = JSON.parse(read('package.json'));
const heading = read('CHANGELOG.md')
	.split('\n')
	.find((line) => line.startsWith(`## ${version}`));

const reasons = [
	...(tag === `v${version}`
		? []
		: [`The tag is ${tag || 'missing'}, and package.json has ${version}.`]),
	...(heading ? [] : [`CHANGELOG.md has no chapter "## ${version}".`]),
	...(heading?.includes('unreleased') ? [`CHANGELOG.md still calls ${version} unreleased.`] : []),
];
if (reasons.length > 0) {
	console.error(reasons.join('\n'));
	process.exit(1);
}
console.log(`${tag} can be published.`);
