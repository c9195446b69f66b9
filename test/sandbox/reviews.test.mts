import { CATALOG_IDS } from '../../sandbox/world/shop/world.mts';
import {
	carousel,
	catalogMessage,
	list,
	mpmTemplate,
	PABLO,
	Phone,
	product,
	spmTemplate,
} from '../support/phoneClient.mts';
import { refused } from '../support/client.mts';

const phone = new Phone().use();
const SHOP = CATALOG_IDS.cornerShop;

const edit = (sku: string, change: object) =>
	phone.control('PATCH', `catalogs/${SHOP}/products/${sku}`, change);
const read = async (sku: string, fields = 'review_status,capability_to_review_status') => {
	const filter = encodeURIComponent(JSON.stringify({ retailer_id: { eq: sku } }));
	const { body } = await phone.graph(
		'GET',
		`${SHOP}/products?filter=${filter}&fields=${encodeURIComponent(fields)}`,
	);
	return body.data[0];
};

const ALONE = new RegExp(
	`^product not found for product_retailer_id BAK-RYE in catalog_id ${SHOP}$`,
);
const NONE = /^None of the products provided could be sent\. Please check your catalog\.$/;

describe("WhatsApp's own review state", () => {
	it('is read beside the review of the catalog, which it does not follow', async () => {
		expect(await read('BAK-RYE')).toMatchObject({
			review_status: 'approved',
			capability_to_review_status: [{ key: 'WHATSAPP', value: 'APPROVED' }],
		});
		await edit('BAK-RYE', { whatsappReview: 'OUTDATED' });
		expect(await read('BAK-RYE')).toMatchObject({
			review_status: 'approved',
			capability_to_review_status: [{ key: 'WHATSAPP', value: 'OUTDATED' }],
		});
		await edit('BAK-RYE', { whatsappReview: null, reviewStatus: '' });
		const bare = await read('BAK-RYE');
		expect(bare.review_status).toBe('');
		expect(bare).not.toHaveProperty('capability_to_review_status');
	});

	it('comes only when it is asked for', async () => {
		expect(await read('BAK-RYE', 'name')).not.toHaveProperty('capability_to_review_status');
	});

	it.each(['OUTDATED', 'PENDING', 'REJECTED'])(
		'%s: left out of lists and cards without a word, refused alone',
		async (whatsappReview) => {
			await edit('BAK-RYE', { whatsappReview });
			refused(await phone.send(product()), 131009, ALONE);
			refused(await phone.send(spmTemplate('BAK-RYE')), 131009, ALONE);
			refused(await phone.send(catalogMessage()), 131009, ALONE);
			expect(await phone.messages()).toEqual([]);
			const answers = [
				await phone.send(list(['BAK-RYE', 'DAI-MILK'])),
				await phone.send(carousel('BAK-RYE', 'DAI-MILK')),
				await phone.send(mpmTemplate([['DAI-MILK', 'BAK-RYE']])),
			];
			for (const { status, body } of answers) {
				expect(status).toBe(200);
				expect(JSON.stringify(body)).not.toContain('BAK-RYE');
			}
			expect(await phone.messages()).toMatchObject([
				{ products: ['DAI-MILK'], dropped: ['BAK-RYE'] },
				{ products: ['DAI-MILK'], dropped: ['BAK-RYE'] },
				{ products: ['DAI-MILK'], dropped: ['BAK-RYE'] },
			]);
			// No status tells of it either.
			expect((await phone.statuses()).toSorted()).toEqual([
				...Array(3).fill('delivered'),
				...Array(3).fill('sent'),
			]);
			await edit('BAK-RYE', { whatsappReview: 'APPROVED' });
			expect((await phone.send(product())).status).toBe(200);
		},
	);

	it('a list of which none is left is refused in other words than one that is not in the catalog', async () => {
		for (const sku of ['BAK-RYE', 'DAI-MILK']) await edit(sku, { whatsappReview: 'OUTDATED' });
		refused(await phone.send(list(['BAK-RYE', 'DAI-MILK'])), 131009, NONE);
		refused(await phone.send(list(['BAK-RYE', 'NO-SUCH'])), 131009, NONE);
		refused(await phone.send(carousel('BAK-RYE', 'DAI-MILK')), 131009, NONE);
		refused(await phone.send(list(['NO-SUCH'])), 131009, /^Products not found in FB Catalog$/);
	});

	it('is another matter than a kind of message that is not sold here', async () => {
		const invoice = {
			type: 'order_details',
			body: { text: 'Your order' },
			action: { name: 'review_and_pay', parameters: {} },
		};
		refused(
			await phone.send({ type: 'interactive', interactive: invoice }),
			131009,
			/^Unsupported Interactive Message type$/,
		);
	});

	it('decides before the review of the catalog', async () => {
		await edit('BAK-RYE', { reviewStatus: 'rejected' });
		expect((await phone.send(product())).status).toBe(200);
		await edit('BAK-RYE', { whatsappReview: null });
		refused(await phone.send(product()), 131009, /^Products not found/);
		await edit('BAK-RYE', { reviewStatus: '' });
		expect((await phone.send(product())).status).toBe(200);
	});

	it('that nobody knows is no obstacle', async () => {
		await edit('BAK-RYE', { whatsappReview: 'MOON_PHASE' });
		expect((await phone.send(product())).status).toBe(200);
		expect((await phone.orders(PABLO, [{ sku: 'BAK-RYE' }])).status).toBe(200);
	});

	it('keeps a held back product out of new carts', async () => {
		await edit('BAK-RYE', { whatsappReview: 'OUTDATED' });
		expect((await phone.orders(PABLO, [{ sku: 'BAK-RYE' }])).body.error).toContain(
			'is not available now',
		);
		expect((await phone.orders(PABLO, [{ sku: 'BAK-RYE', price: 6.2 }])).status).toBe(200);
	});

	it('an empty review is no objection where only approved products are asked for', async () => {
		await edit('BAK-RYE', { reviewStatus: '' });
		await edit('DAI-MILK', { reviewStatus: 'pending' });
		const { body } = await phone.graph(
			'GET',
			`${SHOP}/products?return_only_approved_products=true&fields=retailer_id&limit=100`,
		);
		const skus = body.data.map(({ retailer_id }: any) => retailer_id);
		expect(skus).toContain('BAK-RYE');
		expect(skus).not.toContain('DAI-MILK');
		expect(skus).not.toContain('HOU-LIGHTER');
	});

	it.each([
		[{ whatsappReview: 'approved' }, '"whatsappReview" must be one of APPROVED, OUTDATED'],
		[{ whatsappReview: '' }, '"whatsappReview"'],
		[{ reviewStatus: 'fine' }, '"reviewStatus" must be one of approved, pending'],
		[{ quantityToSell: -1 }, '"quantityToSell" must be a whole number from 0'],
		[{ inventory: '3' }, '"inventory"'],
		[{ groupId: ' ' }, '"groupId" must be a text of 1 to 100'],
		[{ salePriceStart: 'tomorrow' }, '"salePriceStart" must be a time in ISO form'],
		[{ salePriceEnd: '2026-11-01T00:00' }, '"salePriceEnd" must be a time in ISO form'],
		[{ salePriceMinor: -1 }, '"salePriceMinor" must be a whole number'],
	])('%j is refused', async (change, words) => {
		const { status, body } = await edit('BAK-RYE', change);
		expect([status, body.error]).toEqual([400, expect.stringContaining(words)]);
	});
});

describe('variants', () => {
	const FIELDS =
		'name,retailer_id,retailer_product_group_id,color,size,inventory,quantity_to_sell_on_facebook';

	it('share a name and a group, and differ in colour or size', async () => {
		const filter = encodeURIComponent('{"retailer_product_group_id":{"eq":"HOU-MUG"}}');
		const { body } = await phone.graph('GET', `${SHOP}/products?filter=${filter}&fields=${FIELDS}`);
		const mug = { name: 'Magic Mug', retailer_product_group_id: 'HOU-MUG' };
		expect(body.data).toEqual([
			expect.objectContaining({ ...mug, retailer_id: 'HOU-MUG-GOLD', color: 'Gold' }),
			expect.objectContaining({ ...mug, retailer_id: 'HOU-MUG-BLACK', color: 'Black' }),
		]);
		expect(await read('DAI-EGGS-12', FIELDS)).toMatchObject({
			retailer_product_group_id: 'DAI-EGGS',
			size: '12 pieces',
		});
	});

	it('a product without them has none of the fields', async () => {
		const bread = await read('BAK-RYE', FIELDS);
		expect(bread.retailer_product_group_id).toBe('BAK-RYE');
		for (const field of ['color', 'size', 'quantity_to_sell_on_facebook'])
			expect(bread).not.toHaveProperty(field);
	});

	it('the id of the group is no content ID', async () => {
		refused(await phone.send(product('HOU-MUG')), 131009, /^Products not found in FB Catalog$/);
		await phone.send(list(['HOU-MUG', 'HOU-MUG-GOLD']));
		expect(await phone.messages()).toMatchObject([
			{ products: ['HOU-MUG-GOLD'], dropped: ['HOU-MUG'] },
		]);
	});

	it('the name of the group in feeds is no field of a product', async () => {
		const { body } = await phone.graph('GET', `${SHOP}/products?fields=item_group_id`);
		expect(body.error).toMatchObject({
			code: 100,
			message: expect.stringContaining('nonexisting field (item_group_id)'),
		});
	});

	it('the pieces that count are not those of `inventory`', async () => {
		expect(await read('HOU-MUG-GOLD', FIELDS)).toMatchObject({ quantity_to_sell_on_facebook: 3 });
		expect((await read('HOU-MUG-GOLD', FIELDS)).inventory).toBeGreaterThan(3);
		await edit('HOU-MUG-GOLD', { quantityToSell: 0, inventory: null });
		const mug = await read('HOU-MUG-GOLD', FIELDS);
		expect(mug).toMatchObject({ quantity_to_sell_on_facebook: 0 });
		expect(mug).not.toHaveProperty('inventory');
	});
});
