import type { IDataObject } from 'n8n-workflow';

import { cornerShopProducts } from '../../../sandbox/world/shop/cornerShop.mts';
import { CUSTOMERS } from '../../../sandbox/world/shop/world.mts';
import { CATALOG_ID, multiProduct } from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, messages, calls } = useSandbox();

const [PABLO, , ROBIN] = CUSTOMERS;
const envelope = {
	phoneNumberId: multiProduct.phoneNumberId,
	recipient: `+${PABLO.phone}`,
	catalogId: multiProduct.catalogId,
};
const skuList = (skus: string) => ({ productSource: 'skuList', skuList: skus });
const sends = async () => (await calls()).filter(({ method }) => method === 'POST');

describe('Send Product Template', () => {
	const template = (kind: string, name: string, values: object = {}, more: object = {}) =>
		({
			...envelope,
			operation: 'sendProductTemplate',
			templateKind: kind,
			template: byId(name),
			templateVariables: { mappingMode: 'defineBelow', value: values },
			...more,
		}) as IDataObject;
	const sent = async () => (await messages()).map(({ payload }) => payload.template);
	const BASKET = { header_1: 'Pablo', body_1: 'rye bread', body_2: 'Ana' };
	const reminder = (skus: string, values: object = BASKET, more: object = {}) =>
		template('multiProduct', 'reorder_reminder/en_US', values, { ...skuList(skus), ...more });

	it('sends a list of products, with the variables in their places', async () => {
		const { json, error } = await runAction(
			credential,
			reminder('Bread: BAK-RYE, BAK-BAGUETTE\nTea: TEA-MINT'),
		);

		expect(error?.description).toBeUndefined();
		expect(await sent()).toEqual([
			{
				name: 'reorder_reminder',
				language: { code: 'en_US' },
				components: [
					{ type: 'header', parameters: [{ type: 'text', text: 'Pablo' }] },
					{
						type: 'body',
						parameters: [
							{ type: 'text', text: 'rye bread' },
							{ type: 'text', text: 'Ana' },
						],
					},
					{
						type: 'button',
						sub_type: 'mpm',
						index: 0,
						parameters: [
							{
								type: 'action',
								action: {
									thumbnail_product_retailer_id: 'BAK-RYE',
									sections: [
										{ title: 'Bread', product_items: [{ product_retailer_id: 'BAK-RYE' }] },
										{ title: 'Tea', product_items: [{ product_retailer_id: 'TEA-MINT' }] },
									],
								},
							},
						],
					},
				],
			},
		]);
		expect(json).toMatchObject([
			{
				status: 'accepted',
				products: ['BAK-RYE', 'TEA-MINT'],
				dropped: [{ sku: 'BAK-BAGUETTE', reason: 'outOfStock' }],
			},
		]);
	});

	it('sends one product, with named variables', async () => {
		const { error } = await runAction(
			credential,
			template(
				'singleProduct',
				'back_in_stock/en_US',
				{ body_first_name: 'Pablo', body_product: 'rye' },
				{ productRetailerId: byId('BAK-RYE') },
			),
		);
		expect(error?.description).toBeUndefined();
		expect(await sent()).toMatchObject([
			{
				components: [
					{
						type: 'header',
						parameters: [
							{
								type: 'product',
								product: { product_retailer_id: 'BAK-RYE', catalog_id: CATALOG_ID },
							},
						],
					},
					{
						type: 'body',
						parameters: [
							{ type: 'text', parameter_name: 'first_name', text: 'Pablo' },
							{ type: 'text', parameter_name: 'product', text: 'rye' },
						],
					},
				],
			},
		]);
	});

	it('opens the catalog, with the first product that can be sent', async () => {
		const { error } = await runAction(
			credential,
			template('catalog', 'browse_catalog/en_US', { body_1: 'Pablo' }),
		);
		expect(error?.description).toBeUndefined();
		expect(await sent()).toMatchObject([
			{
				components: [
					{ type: 'body' },
					{
						type: 'button',
						sub_type: 'CATALOG',
						index: 0,
						parameters: [
							{ type: 'action', action: { thumbnail_product_retailer_id: 'BAK-SOURDOUGH' } },
						],
					},
				],
			},
		]);
	});

	it('sends cards; where they open a web page, each with its own address', async () => {
		const { error } = await runAction(
			credential,
			template('carousel', 'weekly_picks/en_US', { body_1: 'Pablo' }, skuList('BAK-RYE, TEA-MINT')),
		);
		expect(error?.description).toBeUndefined();
		const web = await runAction(
			credential,
			template('carousel', 'recipes_online/en_US', {}, { ...skuList('BAK-RYE, TEA/EG 50+5') }),
		);
		expect(web.error?.description).toBeUndefined();
		const [picks, recipes] = (await sent()) as Array<{
			components: Array<{ type: string; cards?: Array<{ components: object[] }> }>;
		}>;
		expect(picks.components.map(({ type }) => type)).toEqual(['body', 'carousel']);
		expect(picks.components[1].cards?.map(({ components }) => components.length)).toEqual([1, 1]);
		expect(recipes.components[0].cards?.[1]).toEqual({
			card_index: 1,
			components: [
				expect.objectContaining({ type: 'header' }),
				{
					type: 'button',
					sub_type: 'url',
					index: 0,
					parameters: [{ type: 'text', text: 'TEA%2FEG%2050%2B5' }],
				},
			],
		});
	});

	it('reads a template once for all recipients', async () => {
		const { json } = await runAction(credential, reminder('BAK-RYE'), { items: [{}, {}, {}, {}] });
		expect(json).toHaveLength(4);
		const reads = (await calls()).filter(({ path }) => path.endsWith('message_templates'));
		expect(reads).toHaveLength(1);
	});

	it('reaches a customer without a phone number, who wrote long ago', async () => {
		const { json } = await runAction(
			credential,
			reminder('BAK-RYE', BASKET, { recipient: '={{ $json.customer }}' }),
			{ items: [{ customer: { key: ROBIN.userId, phone: null, userId: ROBIN.userId } }] },
		);
		expect(json).toMatchObject([
			{ recipient: { input: ROBIN.userId, phone: null, userId: ROBIN.userId } },
		]);
	});

	it('splits a long list', async () => {
		const shelf = cornerShopProducts()
			.filter(({ availability, reviewStatus, visibility }) =>
				[availability, reviewStatus, visibility].every((state) =>
					['in stock', 'approved', 'published'].includes(state),
				),
			)
			.map(({ sku }) => sku)
			.slice(0, 40);

		const { json } = await runAction(
			credential,
			reminder(shelf.join(), BASKET, { options: { overflow: 'split' } }),
		);
		expect(json.map(({ part, parts }) => [part, parts])).toEqual([
			[1, 2],
			[2, 2],
		]);
	});

	it.each<[string, IDataObject, RegExp]>([
		[
			'a missing variable',
			reminder('BAK-RYE', { header_1: 'Pablo', body_1: 'rye bread' }),
			/^Template Variables › body_2 is empty\. The template needs a text there: "Last time you ordered/,
		],
		[
			'too many variables',
			reminder('BAK-RYE', { ...BASKET, body_3: 'more' }),
			/^Template Variables has a value for "body_3", which the template does not have\. Its variables: header_1, body_1, body_2\./,
		],
		[
			'a header that gets too long',
			reminder('BAK-RYE', { ...BASKET, header_1: 'x'.repeat(51) }),
			/^Template Variables make the header 65 characters long, at most 60 are allowed: shorten a value by 5\./,
		],
		[
			'a paused template',
			template('catalog', 'summer_sale/en_US'),
			/^Template summer_sale \(en_US\) is paused by Meta because of its quality\./,
		],
		[
			'one that is being reviewed',
			template('multiProduct', 'winter_menu/en_US', {}, skuList('BAK-RYE')),
			/^Template winter_menu \(en_US\) is still being reviewed by Meta\./,
		],
		[
			'a wrong language',
			template('multiProduct', 'reorder_reminder/fr', BASKET, skuList('BAK-RYE')),
			/^Template reorder_reminder is not there in the language fr\. The business account has it in en_US, de\. Choose one of these/,
		],
		[
			'another way to write the language',
			template('multiProduct', 'reorder_reminder/en_us', BASKET, skuList('BAK-RYE')),
			/^Template reorder_reminder is not there in the language en_us\. .* in en_US, de\./,
		],
		[
			'a language of a template that is not approved in any',
			template('multiProduct', 'winter_menu/de', {}, skuList('BAK-RYE')),
			/^Template winter_menu is not there in the language de\. The business account has it in en_US \(pending\)\./,
		],
		[
			'a name that is not there',
			template('multiProduct', 'reorder_remind/en_US', BASKET, skuList('BAK-RYE')),
			/^Template reorder_remind \(en_US\) is not among the product templates of the business account\. Check its name/,
		],
		[
			'a template without products',
			template('catalog', 'order_update/en_US'),
			/^Template order_update \(en_US\) is not among the product templates/,
		],
		[
			'another type',
			template('catalog', 'weekly_picks/en_US'),
			/^Template weekly_picks \(en_US\) is of another type: choose Template Type › Product Carousel\./,
		],
		[
			'no language',
			template('catalog', 'summer_sale'),
			/^Template is "summer_sale"\. Choose one from the list, or write its name and language as weekly_list\/en_US\./,
		],
		[
			'one card',
			template('carousel', 'weekly_picks/en_US', { body_1: 'Pablo' }, skuList('BAK-RYE')),
			/^Sections has one product, a carousel takes 2 to 10\./,
		],
		[
			'a thumbnail that is not in the catalog',
			template(
				'catalog',
				'browse_catalog/en_US',
				{ body_1: 'Pablo' },
				{ thumbnailProductRetailerId: byId('ZZZ-UNHEARD') },
			),
			/^ZZZ-UNHEARD is not in the catalog\./,
		],
	])('refuses %s before anything is sent', async (_name, parameters, sentence) => {
		const { error } = await runAction(credential, parameters);
		expect(error?.description).toMatch(sentence);
		expect(await sends()).toEqual([]);
	});

	describe('values of several lines', () => {
		const LINES = { header_1: 'Pablo\n', body_1: 'rye bread\r\nmint\ttea', body_2: 'Ana     Lee' };

		it('go out in one line, and a hint says which', async () => {
			const { json, hints, error } = await runAction(credential, reminder('BAK-RYE', LINES));
			expect(error?.description).toBeUndefined();
			expect(json).toMatchObject([{ status: 'accepted' }]);
			const [{ components }] = (await sent()) as Array<{
				components: Array<{ parameters: object }>;
			}>;
			expect(components.slice(0, 2).map(({ parameters }) => parameters)).toEqual([
				[{ type: 'text', text: 'Pablo' }],
				[
					{ type: 'text', text: 'rye bread mint tea' },
					{ type: 'text', text: 'Ana Lee' },
				],
			]);
			expect(hints).toEqual([
				'Written in one line, since WhatsApp takes no line breaks, tabs or long gaps there: Template Variables › header_1, Template Variables › body_1, Template Variables › body_2.',
			]);
		});

		it('hold everything back where that is chosen, all named at once', async () => {
			const options = { lineBreaks: 'fail' };
			const { error } = await runAction(credential, reminder('BAK-RYE', LINES, { options }));
			expect(error?.message).toBe('3 things must be changed [item 0]');
			expect(error?.description).toMatch(
				/^1\) Template Variables › header_1 holds .*\n2\) Template Variables › body_1 holds .*\n3\) Template Variables › body_2 holds/,
			);
			expect(await sends()).toEqual([]);
		});

		it('show in a preview as they would go out', async () => {
			const options = { previewOnly: true };
			const { hints, json } = await runAction(credential, reminder('BAK-RYE', LINES, { options }));
			expect(JSON.stringify(json[0].payload)).toContain('"rye bread mint tea"');
			expect(hints.join()).toContain('Written in one line');
		});

		it.each(['maybe', 'FOLD', 1, ['fold']])('%j is no way to treat them', async (lineBreaks) => {
			const options = { lineBreaks };
			const { error } = await runAction(credential, reminder('BAK-RYE', BASKET, { options }));
			expect(error?.description).toMatch(/^Line Breaks is /);
			expect(await sends()).toEqual([]);
		});
	});

	it('can be looked at: the template with its variables filled in', async () => {
		const { json, items } = await runAction(
			credential,
			reminder('BAK-RYE', BASKET, { options: { previewOnly: true } }),
		);
		expect(json[0]).toMatchObject({ status: 'preview', payload: { type: 'template' } });
		const svg = Buffer.from(items[0].binary?.picture.data ?? '', 'base64').toString();
		expect(svg).toContain('>Pablo, running low?<');
		expect(svg).toContain('Last time you ordered rye bread.');
		expect(await messages()).toEqual([]);
	});
});
