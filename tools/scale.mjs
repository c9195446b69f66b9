/** `npm run scale [-- arguments …]`: bench/scale/scale.mts in Node.js 24, after installing what it needs. */
import { requireNode20 } from './nodeVersion.mjs';

requireNode20();
// Only now: an older Node.js could not even load it.
const { runMeasure } = await import('./runMeasure.mjs');

await runMeasure('bench/scale/scale.mts', process.argv.slice(2));
