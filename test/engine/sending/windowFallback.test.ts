import type { IDataObject } from 'n8n-workflow';

import { multiProduct } from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, messages, calls, control } = useSandbox();

const sends = async () => (await calls()).filter(({ method }) => method === 'POST');

describe('when the 24-hour window is closed', () => {
	const VALUES = [
		{ name: 'header_1', value: 'Pablo' },
		{ name: 'body_1', value: 'rye bread' },
		{ name: 'body_2', value: 'Ana' },
	];
	const withFallback = (more: object = {}) =>
		({
			...multiProduct,
			options: {
				fallbackTemplate: byId('reorder_reminder/en_US'),
				fallbackVariables: { variable: VALUES },
				trackingData: 'campaign-7',
				...more,
			},
		}) as IDataObject;
	const closed = async () => {
		await control('troubles', 'PATCH', { window: 'closed', windowClosedHow: 'sync' });
	};

	it('sends the same products as a template, once, and says so', async () => {
		await closed();
		const { json, error } = await runAction(credential, withFallback());

		expect(error?.description).toBeUndefined();
		expect(json).toMatchObject([
			{
				status: 'accepted',
				products: ['BAK-RYE', 'BAK-BAGEL'],
				template: 'reorder_reminder/en_US',
				fallback: 'windowClosed',
				trackingData: 'campaign-7',
			},
		]);
		const [message, ...more] = await messages();
		expect(more).toEqual([]);
		expect(message.payload).toMatchObject({
			type: 'template',
			biz_opaque_callback_data: 'campaign-7',
			template: { name: 'reorder_reminder' },
		});
	});

	it('sends the template in one line where its values have several, and says so before it is needed', async () => {
		const fallbackVariables = {
			variable: [
				{ name: 'header_1', value: 'Pablo\nMorales' },
				{ name: 'body_1', value: '1 × rye\n2 × mint tea' },
				{ name: 'body_2', value: 'Ana' },
			],
		};
		const said =
			'Written in one line, since WhatsApp takes no line breaks, tabs or long gaps there: Fallback Variables › header_1, Fallback Variables › body_1.';
		const open = await runAction(credential, withFallback({ fallbackVariables }));
		expect(open.hints).toEqual([said]);
		await closed();
		const { json, hints, error } = await runAction(credential, withFallback({ fallbackVariables }));
		expect(error?.description).toBeUndefined();
		expect(json).toMatchObject([{ fallback: 'windowClosed' }]);
		expect(hints).toEqual([said]);
		const template = (await messages()).at(-1)?.payload.template;
		expect(JSON.stringify(template)).toContain('"1 × rye 2 × mint tea"');
	});

	it('sends the message itself while the window is open', async () => {
		const { json } = await runAction(credential, withFallback());
		expect(json[0]).not.toHaveProperty('fallback');
		expect((await messages())[0].type).toBe('product_list');
	});

	it('does not try the message where the last one of the customer is known to be too old', async () => {
		const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
		const old = await runAction(credential, withFallback({ lastMessageAt: hoursAgo(25) }));
		expect(old.json).toMatchObject([{ fallback: 'lastMessageTooOld' }]);
		const recent = await runAction(credential, withFallback({ lastMessageAt: hoursAgo(23) }));
		expect(recent.json[0]).not.toHaveProperty('fallback');
		expect((await messages()).map(({ type }) => type)).toEqual(['template', 'product_list']);
	});

	it('reads Unix seconds, as a webhook has them, as a time of our days', async () => {
		const recently = Math.round(Date.now() / 1000) - 3_600;
		for (const lastMessageAt of [recently, String(recently), recently * 1000]) {
			const { json, error } = await runAction(credential, withFallback({ lastMessageAt }));
			expect(error?.description).toBeUndefined();
			expect(json[0]).not.toHaveProperty('fallback');
		}
	});

	it('takes the first product where the template shows one', async () => {
		await closed();
		const { json, error } = await runAction(
			credential,
			withFallback({
				fallbackTemplate: byId('browse_catalog/en_US'),
				fallbackVariables: { variable: [{ name: 'body_1', value: 'Pablo' }] },
			}),
		);
		expect(error?.description).toBeUndefined();
		expect(json).toMatchObject([{ products: ['BAK-RYE'], template: 'browse_catalog/en_US' }]);
	});

	it('gives the refusal where there is no fallback, and where the fallback is refused too', async () => {
		await closed();
		const without = await runAction(credential, multiProduct);
		expect(without.error?.message).toBe('The 24-hour window of this chat is closed [item 0]');
		expect(await messages()).toEqual([]);
	});

	it.each<[string, object, RegExp]>([
		[
			'a variable is missing',
			{ fallbackVariables: { variable: VALUES.slice(1) } },
			/^Fallback Variables › header_1 is empty\./,
		],
		[
			'a variable holds a line break and that is not to be mended',
			{
				lineBreaks: 'fail',
				fallbackVariables: { variable: [{ name: 'header_1', value: 'a\nb' }, ...VALUES.slice(1)] },
			},
			/^Fallback Variables › header_1 holds a line break/,
		],
		[
			'the template is there in other languages',
			{ fallbackTemplate: byId('reorder_reminder/fr') },
			/^Fallback Template reorder_reminder is not there in the language fr\. The business account has it in en_US, de\./,
		],
		[
			'the template is paused',
			{ fallbackTemplate: byId('summer_sale/en_US') },
			/^Fallback Template summer_sale \(en_US\) is paused/,
		],
		[
			'the template is a carousel',
			{ fallbackTemplate: byId('weekly_picks/en_US') },
			/^Fallback Template is a carousel, which can stand in only for a carousel\./,
		],
		[
			'the time is none',
			{ lastMessageAt: 'yesterday' },
			/^Customer's Last Message At is "yesterday", which is not a time\./,
		],
	])('sends nothing at all when %s', async (_name, more, sentence) => {
		const { error } = await runAction(credential, withFallback(more));
		expect(error?.description).toMatch(sentence);
		expect(await sends()).toEqual([]);
	});

	it('shows the template in a preview when it is due', async () => {
		const { json } = await runAction(
			credential,
			withFallback({ previewOnly: true, lastMessageAt: '2020-01-01T00:00:00Z' }),
		);
		expect(json).toMatchObject([{ status: 'preview', fallback: 'lastMessageTooOld' }]);
	});
});
