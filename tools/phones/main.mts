/**
 * Writes the table of numbering plans that phone numbers are checked by, from the metadata of libphonenumber-js, which is a
 * package of the development only. `test/unit/payload/phones/planTable.test.mts` compares the two.
 *
 *   npm run phones
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../root.mjs';
import { type Metadata, planTable } from './planTable.mts';

const require = createRequire(import.meta.url);
const json = (file: string): unknown => JSON.parse(readFileSync(require.resolve(file), 'utf8'));
const { version } = json('libphonenumber-js/package.json') as { version: string };
const text = planTable(json('libphonenumber-js/metadata.max.json') as Metadata, version);
const file = path.join(root, 'nodes/shared/payload/phones/planTable.ts');
writeFileSync(file, text);
console.log(`${path.relative(root, file)}: ${Buffer.byteLength(text)} bytes, from ${version}.`);
