import type { IDataObject } from 'n8n-workflow';

import { cornerShopProducts } from '../../sandbox/world/shop/cornerShop.mts';
import { PRODUCT_SET_IDS } from '../../sandbox/world/shop/productSets.mts';
import { CUSTOMERS } from '../../sandbox/world/shop/world.mts';
import {
	CATALOG_ID,
	multiProduct,
	section,
	singleProduct,
	warehouseSkus,
	WAREHOUSE_ID,
} from '../support/parameters';
import { byId, runAction } from '../support/run';
import { useSandbox } from '../support/sandbox';

const { credential, messages, calls, control } = useSandbox();

const [PABLO, , ROBIN] = CUSTOMERS;
const envelope = {
	phoneNumberId: multiProduct.phoneNumberId,
	recipient: `+${PABLO.phone}`,
	catalogId: multiProduct.catalogId,
};
const interactive = async () => (await messages()).map(({ payload }) => payload.interactive);
const skuList = (skus: string) => ({ productSource: 'skuList', skuList: skus });
const sends = async () => (await calls()).filter(({ method }) => method === 'POST');

describe('Send Product Carousel', () => {
	const carousel = (skus: string, more: object = {}) =>
		({
			...envelope,
			operation: 'sendProductCarousel',
			bodyText: 'Picked for you',
			...skuList(skus),
			...more,
		}) as IDataObject;

	it('sends a card for each product, in the order given', async () => {
		const { json, error } = await runAction(credential, carousel('BAK-RYE, TEA-MINT, BAK-BAGEL'));

		expect(error).toBeUndefined();
		expect(await interactive()).toEqual([
			{
				type: 'carousel',
				body: { text: 'Picked for you' },
				action: {
					cards: ['BAK-RYE', 'TEA-MINT', 'BAK-BAGEL'].map((sku, index) => ({
						card_index: index,
						type: 'product',
						action: { product_retailer_id: sku, catalog_id: CATALOG_ID },
					})),
				},
			},
		]);
		expect(json).toMatchObject([
			{ status: 'accepted', products: ['BAK-RYE', 'TEA-MINT', 'BAK-BAGEL'], dropped: [] },
		]);
	});

	it('takes the products of sections, of a set and of items one after the other', async () => {
		const sections = {
			section: [section('Bread', { skus: 'BAK-RYE' }), section('', { skus: 'TEA-MINT, BAK-RYE' })],
		};
		const fromSections = await runAction(
			credential,
			carousel('', { productSource: 'sections', sections }),
		);
		expect(fromSections.json[0]).toMatchObject({
			products: ['BAK-RYE', 'TEA-MINT'],
			dropped: [{ sku: 'BAK-RYE', reason: 'duplicate' }],
		});
		const fromSet = await runAction(
			credential,
			carousel('', {
				productSource: 'productSet',
				productSetId: byId(PRODUCT_SET_IDS.weeklyBasket),
				maxProducts: 4,
			}),
		);
		expect((fromSet.json[0].products as string[]).length).toBeGreaterThan(1);
		const { items } = await runAction(
			credential,
			carousel('', { productSource: 'inputItems', itemSku: '={{ $json.sku }}' }),
			{ items: [{ sku: 'BAK-RYE' }, { sku: 'TEA-MINT' }] },
		);
		expect(items).toMatchObject([
			{ json: { products: ['BAK-RYE', 'TEA-MINT'] }, pairedItem: [{ item: 0 }, { item: 1 }] },
		]);
	});

	it.each([
		['one card', 'BAK-RYE', /^Sections has one product, a carousel takes 2 to 10\./],
		[
			'eleven cards',
			warehouseSkus(11).join(),
			/^Sections has 11 products, a carousel takes at most 10\. Remove 1, choose Overflow → Split, or send a multi-product message\./,
		],
	])('refuses %s before anything is asked', async (_name, skus, sentence) => {
		const { error } = await runAction(credential, carousel(skus));
		expect(error?.description).toMatch(sentence);
		expect(await calls()).toEqual([]);
	});

	it('splits eleven evenly, with the number in the body', async () => {
		const { json } = await runAction(
			credential,
			carousel(warehouseSkus(11).join(), {
				catalogId: byId(WAREHOUSE_ID),
				options: { overflow: 'split' },
			}),
		);
		expect(json.map(({ products }) => (products as string[]).length)).toEqual([6, 5]);
		expect(json.flatMap(({ products }) => products)).toEqual(warehouseSkus(11));
		expect((await interactive()).map(({ body }) => body)).toEqual([
			{ text: 'Picked for you (1/2)' },
			{ text: 'Picked for you (2/2)' },
		]);
	});

	it('does not go out with one card left, unless that may be a single product', async () => {
		const { error } = await runAction(credential, carousel('BAK-RYE, BAK-BAGUETTE'));
		expect(error?.message).toBe('1 of 2 products cannot be sent [item 0]');
		expect(await sends()).toEqual([]);

		const { json } = await runAction(
			credential,
			carousel('BAK-RYE, BAK-BAGUETTE', { options: { singleWhenOne: true } }),
		);
		expect(json).toMatchObject([{ products: ['BAK-RYE'], dropped: [{ sku: 'BAK-BAGUETTE' }] }]);
		expect(await interactive()).toMatchObject([
			{ type: 'product', body: { text: 'Picked for you' } },
		]);
	});

	it('needs a body', async () => {
		const { error } = await runAction(credential, carousel('BAK-RYE, TEA-MINT', { bodyText: ' ' }));
		expect(error?.description).toMatch(/^Body Text is empty\. A carousel needs one\./);
	});
});

describe('Send Catalog', () => {
	const catalog = (more: object = {}) =>
		({
			...envelope,
			catalogId: undefined,
			operation: 'sendCatalog',
			bodyText: 'All we sell',
			...more,
		}) as IDataObject;

	it('shows the first product that can be sent, looked up once for a run', async () => {
		const { json, error } = await runAction(credential, catalog(), { items: [{}, {}, {}] });
		expect(error).toBeUndefined();
		expect((await interactive())[0]).toEqual({
			type: 'catalog_message',
			body: { text: 'All we sell' },
			action: {
				name: 'catalog_message',
				parameters: { thumbnail_product_retailer_id: 'BAK-SOURDOUGH' },
			},
		});
		expect(json).toHaveLength(3);
		expect(json[0]).toMatchObject({ catalogId: CATALOG_ID, products: ['BAK-SOURDOUGH'] });
		const looks = (await calls()).filter(({ method }) => method === 'GET');
		expect(looks.map(({ path }) => path.split('/').pop())).toEqual([
			'product_catalogs',
			'products',
			'products',
		]);
	});

	it('shows the chosen product, with a footer', async () => {
		const more = { thumbnailProductRetailerId: byId('TEA-MINT'), footerText: 'Until six' };
		await runAction(credential, catalog(more));
		expect((await interactive())[0]).toMatchObject({
			footer: { text: 'Until six' },
			action: { parameters: { thumbnail_product_retailer_id: 'TEA-MINT' } },
		});
	});

	it.each([
		['ZZZ-UNHEARD', 'ZZZ-UNHEARD is not in the catalog.'],
		['BAK-BAGUETTE', 'BAK-BAGUETTE is out of stock.'],
	])('does not go out with %s as thumbnail', async (sku, sentence) => {
		const { error } = await runAction(
			credential,
			catalog({ thumbnailProductRetailerId: byId(sku) }),
		);
		expect(error?.message).toBe('The product cannot be sent [item 0]');
		expect(error?.description).toContain(sentence);
		expect(await sends()).toEqual([]);
	});
});

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
			/^Template reorder_reminder \(fr\) is not among the product templates of the business account\./,
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

it('passes on a messaging account', async () => {
	const options = { messagingAccountId: '102290129340398' };
	await runAction(credential, { ...singleProduct, options });
	expect((await messages())[0].payload.messaging_account_id).toBe('102290129340398');

	const { error } = await runAction(credential, {
		...singleProduct,
		options: { messagingAccountId: '../me' },
	});
	expect(error?.description).toMatch(/^Messaging Account ID is "\.\.\/me", which is not an ID\./);
});

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
			/^Template Variables › header_1 is empty\./,
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
