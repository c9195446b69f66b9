import { ExecuteContext } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';

import { singleProduct } from '../../support/parameters';
import { runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, messages } = useSandbox();

/** The call that every getNodeParameter of n8n comes down to. */
const reads = jest.spyOn(ExecuteContext.prototype as unknown as Reading, '_getNodeParameter');

interface Reading {
	_getNodeParameter(name: string, item: number, fallback: unknown, options?: IDataObject): unknown;
}

beforeEach(() => reads.mockClear());

const options = {
	trackingData: '={{ $json.reference }}',
	unavailableProducts: '={{ $json.policy }}',
	sendOnceKey: '={{ $json.reference }}',
};
const items = [
	{ reference: 'first', policy: 'send' },
	{ reference: 'second', policy: 'drop' },
];

it('evaluates the options of an item once, however many of them are asked for', async () => {
	await runAction(credential, { ...singleProduct, options }, { items });
	const evaluated = reads.mock.calls
		.filter(([name, , , more]) => name.startsWith('options') && !more?.rawExpressions)
		.map(([name, item]) => [name, item]);
	expect(evaluated).toEqual([
		['options', 0],
		['options', 1],
	]);
});

it('gives each item its own, in each run', async () => {
	const { trackingData, unavailableProducts } = options;
	const parameters = { ...singleProduct, options: { trackingData, unavailableProducts } };
	for (const run of ['a', 'b']) {
		const given = items.map((item) => ({ ...item, reference: `${item.reference} ${run}` }));
		await runAction(credential, parameters, { items: given });
	}
	const sent = (await messages()).map(({ trackingData }) => trackingData).sort();
	expect(sent).toEqual(['first a', 'first b', 'second a', 'second b']);
});
