import {
	delivery,
	failed,
	question,
	statusDelivery,
	systemMessage,
	text,
} from '../support/fixtures/deliveries';
import { TriggerHost } from '../support/webhookHost.mts';
import { blocksOf, expectBlock } from './support/blocks.mts';
import { masked, readable } from './support/format.mts';
import { events } from './support/operations.mts';

const PAGE = 'docs/trigger.md';

const moved = { body: 'Pablo has a new number', type: 'user_changed_number', wa_id: '16505550199' };
const sticker = { ...text(''), type: 'sticker', text: undefined, sticker: { id: '42' } };

/** What Meta delivers for each event; the order has its sample in the README too. */
const DELIVERIES: Record<string, object> = {
	textMessage: delivery([text('menu')]),
	productQuestion: delivery([question('Is it sliced?')]),
	messageFailed: statusDelivery([failed({ biz_opaque_callback_data: 'campaign-7' })]),
	systemMessage: delivery([systemMessage(moved)]),
	unrecognized: delivery([sticker]),
};

it.each(Object.entries(DELIVERIES))('%s comes as its sample shows', async (event, body) => {
	const host = new TriggerHost({ events: [event] });
	await host.listen();
	await host.deliver(body);
	await host.close();

	const [item] = host.runs.flat();
	expect(item).toMatchObject({ event });
	expectBlock(PAGE, `sample ${event}`, `\`\`\`json\n${masked(readable(item))}\n\`\`\``);
});

it('every event has a sample', () => {
	const names = events().map(({ value }) => value);
	expect([...Object.keys(DELIVERIES), 'order'].sort()).toEqual(names.sort());
	expect(blocksOf(PAGE)).toEqual(Object.keys(DELIVERIES).map((name) => `sample ${name}`));
});
