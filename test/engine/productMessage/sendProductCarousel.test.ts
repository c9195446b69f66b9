import type { IDataObject } from 'n8n-workflow';

import { PRODUCT_SET_IDS } from '../../../sandbox/world/shop/productSets.mts';
import { CUSTOMERS } from '../../../sandbox/world/shop/world.mts';
import {
	CATALOG_ID,
	multiProduct,
	section,
	warehouseSkus,
	WAREHOUSE_ID,
} from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, messages, calls } = useSandbox();

const [PABLO] = CUSTOMERS;
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
