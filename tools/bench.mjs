/**
 * `npm run bench:<name>`: bench/<name>.mts in Node.js 24, after installing what it needs.
 *
 *   node tools/bench.mjs trigger [arguments …]
 */
import { requireNode20 } from './nodeVersion.mjs';

requireNode20();
// Only now: an older Node.js could not even load it.
const { runMeasure } = await import('./runMeasure.mjs');

const [name, ...rest] = process.argv.slice(2);
await runMeasure(`bench/${name}.mts`, rest);
