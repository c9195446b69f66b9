import { cart, delivery, line, question, text } from '../support/fixtures/deliveries';
import { TriggerHost } from '../support/webhookHost.mts';

let host: TriggerHost;
const start = async (parameters: object) => {
	host = new TriggerHost(parameters as never);
	await host.listen();
};
afterEach(async () => await host.close());

const everything = delivery([
	text('hi'),
	cart([line()]),
	cart('none', { id: 'wamid.BAD' }),
	question('?'),
]);
const byOutput = () => host.outputs[0].map((items) => items.map(({ event }) => event));
const labels = () =>
	host.drawnOutputs.map((output) => (typeof output === 'string' ? undefined : output.displayName));

it('has one output for everything unless the builder wants more', async () => {
	await start({ events: ['order', 'textMessage'] });
	expect(host.drawnOutputs).toEqual([{ type: 'main' }]);
	await host.deliver(everything);
	expect(byOutput()).toEqual([['textMessage', 'order', 'unrecognized', 'textMessage']]);
});

it.each<[string[], string[], string[][]]>([
	[
		['order', 'textMessage'],
		['Order', 'Customer Message', 'Unrecognized'],
		[['order'], ['textMessage', 'textMessage'], ['unrecognized']],
	],
	[
		['textMessage', 'productQuestion', 'order'],
		['Customer Message', 'Product Question', 'Order', 'Unrecognized'],
		[['textMessage'], ['productQuestion'], ['order'], ['unrecognized']],
	],
	[
		['unrecognized', 'nothing', 'order', 'order'],
		['Unrecognized', 'Order'],
		[['unrecognized', 'unrecognized', 'unrecognized'], ['order']],
	],
	[['messageFailed'], ['Message Failed', 'Unrecognized'], []],
])('sends what belongs to %j out where the editor draws it', async (events, drawn, expected) => {
	await start({ events, outputs: 'perEvent' });
	expect(labels()).toEqual(drawn);
	await host.deliver(everything);
	if (expected.length === 0) expect(host.outputs).toEqual([]);
	else expect(byOutput()).toEqual(expected);
});

it('keeps the lines of an order together', async () => {
	await start({ events: ['textMessage', 'order'], outputs: 'perEvent', outputMode: 'perLine' });
	await host.deliver(delivery([cart([line(), line()])]));
	expect(byOutput()).toEqual([[], ['order', 'order'], []]);
});
