import { runAction } from '../support/run';
import { useSandbox } from '../support/sandbox';
import { blocksOf, expectBlock } from './support/blocks.mts';
import { masked, readable } from './support/format.mts';
import { inputTable } from './support/inputs.mts';
import { operations } from './support/operations.mts';
import { SAMPLES } from './support/samples.mts';

const { credential } = useSandbox();
const PAGE = 'docs/operations.md';

it.each(Object.entries(SAMPLES))('%s gives out what its sample shows', async (key, sample) => {
	const [resource, operation] = key.split('/');
	const { items = [{}], only = () => true, parameters } = sample;
	const all = { resource, operation, ...parameters };
	const { json, error } = await runAction(credential, all, { items });
	expect(error).toBeUndefined();

	const shown = json.filter(only);
	const output = masked(readable(shown.length === 1 ? shown[0] : shown));
	expectBlock(
		PAGE,
		`sample ${key}`,
		[inputTable(key, parameters), `\`\`\`json\n${output}\n\`\`\``].join('\n\n'),
	);
});

it('every operation has one, and every one is of an operation', () => {
	const keys = operations().map(({ key }) => key);
	expect(Object.keys(SAMPLES).sort()).toEqual(keys.sort());
	expect(blocksOf(PAGE).sort()).toEqual(keys.map((key) => `sample ${key}`).sort());
});
