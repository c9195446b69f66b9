import { BUSINESS_ACCOUNT, CATALOG_IDS } from '../../sandbox/world/shop/world.mts';
import { carousel, catalogMessage, PABLO, Phone } from '../support/phoneClient.mts';
import { GERMAN_NUMBER, NUMBER, refused } from '../support/client.mts';

const phone = new Phone().use();
const NOT_LINKED = /catalog is linked/;
const THUMBNAIL = 'thumbnail_product_retailer_id';

describe('a catalog message', () => {
	it('is sent with the longest texts, and opens the connected catalog', async () => {
		const long = { body: { text: '🥐'.repeat(1024) }, footer: { text: '🥐'.repeat(60) } };
		expect((await phone.send(catalogMessage(long))).body.messages).toEqual([
			{ id: expect.stringMatching(/^wamid\./) },
		]);
		await phone.send(catalogMessage({ footer: undefined }));
		expect(await phone.messages()).toMatchObject([
			{
				type: 'catalog_message',
				catalogId: CATALOG_IDS.cornerShop,
				products: ['BAK-RYE'],
				category: null,
			},
			{ type: 'catalog_message' },
		]);
		expect((await phone.chat(PABLO))[1]).toMatchObject({
			kind: 'catalog_message',
			catalogId: CATALOG_IDS.cornerShop,
			thumbnailSku: 'BAK-RYE',
			bodyText: 'All we have',
			footerText: null,
			buttonText: 'View catalog',
		});
	});

	const action = (change: object) => ({
		action: {
			name: 'catalog_message',
			parameters: { [THUMBNAIL]: 'BAK-RYE' },
			...change,
		},
	});
	it.each<[string, object, number, RegExp]>([
		['a header', { header: { type: 'text', text: 'x' } }, 131009, /Header is not allowed/],
		['no body', { body: undefined }, 131008, /\['body'\]/],
		['a long body', { body: { text: 'x'.repeat(1025) } }, 131009, /Max length: 1024/],
		['a long footer', { footer: { text: 'x'.repeat(61) } }, 131009, /Max length: 60/],
		['no action', { action: undefined }, 131008, /\['action'\]/],
		['another action', action({ name: 'flow' }), 131009, /must be catalog_message/],
		['no action name', action({ name: undefined }), 131008, /\['name'\]/],
		['a catalog id', action({ catalog_id: CATALOG_IDS.cornerShop }), 100, /"catalog_id"/],
		['no parameters', action({ parameters: undefined }), 131009, /cannot be empty/],
		['empty parameters', action({ parameters: {} }), 131009, /cannot be empty/],
		['odd parameters', action({ parameters: { thumbnail: 'x' } }), 100, /"thumbnail"/],
		['a numeric thumbnail', action({ parameters: { [THUMBNAIL]: 7 } }), 100, /must be a string/],
		[
			'a thumbnail that is not in the catalog',
			action({ parameters: { [THUMBNAIL]: 'NO-SUCH' } }),
			131009,
			/^Products not found in FB Catalog$/,
		],
		[
			'a thumbnail of the second catalog',
			action({ parameters: { [THUMBNAIL]: 'WH-00001' } }),
			131009,
			/Products not found/,
		],
		[
			'a hidden thumbnail',
			action({ parameters: { [THUMBNAIL]: 'SWE-CHRISTMAS' } }),
			131009,
			/Products not found/,
		],
	])('is refused with %s', async (_name, change, code, details) => {
		refused(await phone.send(catalogMessage(change)), code, details);
		expect(await phone.messages()).toEqual([]);
	});

	it('is refused by a number whose storefront is hidden, as a new one is, until it is shown', async () => {
		refused(await phone.send(catalogMessage(), GERMAN_NUMBER), 131009, NOT_LINKED);
		await phone.graph(
			'POST',
			`${GERMAN_NUMBER}/whatsapp_commerce_settings?is_catalog_visible=true`,
		);
		expect((await phone.send(catalogMessage(), GERMAN_NUMBER)).status).toBe(200);
	});

	it('follows the connection: the other catalog, then none', async () => {
		const path = `${BUSINESS_ACCOUNT.id}/product_catalogs?catalog_id=`;
		await phone.graph('DELETE', path + CATALOG_IDS.cornerShop);
		refused(await phone.send(catalogMessage()), 131009, /Products not found/);
		expect((await phone.send(catalogMessage({}, { [THUMBNAIL]: 'WH-00001' }))).status).toBe(200);
		await phone.graph('DELETE', path + CATALOG_IDS.warehouse);
		refused(await phone.send(catalogMessage({}, { [THUMBNAIL]: 'WH-00001' })), 131009, NOT_LINKED);
		refused(await phone.send(carousel('BAK-RYE', 'DAI-MILK')), 131009, NOT_LINKED);
	});

	it('is free-form: outside the window it fails', async () => {
		await phone.troubles({ window: 'closed', windowClosedHow: 'sync' });
		refused(await phone.send(catalogMessage()), 131047, /24 hours/);
		refused(await phone.send(carousel('BAK-RYE', 'DAI-MILK')), 131047, /24 hours/);
	});
});

describe('a product carousel', () => {
	const TEN = [
		'BAK-RYE',
		'DAI-MILK',
		'BAK-BAGEL',
		'FRU-APPLE',
		'FRU-LEMON',
		'PAN-RICE',
		'PAN-PASTA',
		'HOU-SOAP',
		'HOU-TOTE',
		'TEA/EG 50+5',
	];
	const cards = (...change: object[]) => {
		const [first, second] = carousel('BAK-RYE', 'DAI-MILK').interactive.action.cards;
		return {
			...carousel('BAK-RYE', 'DAI-MILK').interactive,
			action: {
				cards: [
					{ ...first, ...change[0] },
					{ ...second, ...change[1] },
				],
			},
		};
	};
	const send = (interactive: object) => phone.send({ type: 'interactive', interactive });

	it('is sent with two and with ten cards, in the order of their indexes', async () => {
		const two = carousel('BAK-RYE', 'DAI-MILK');
		two.interactive.action.cards.reverse();
		two.interactive.body.text = 'é'.repeat(1024);
		expect((await phone.send(two)).status).toBe(200);
		expect((await phone.send(carousel(...TEN))).status).toBe(200);
		expect(await phone.messages()).toMatchObject([
			{ type: 'carousel', products: ['BAK-RYE', 'DAI-MILK'], dropped: [] },
			{ type: 'carousel', products: TEN },
		]);
		expect((await phone.chat(PABLO))[0]).toMatchObject({
			kind: 'carousel',
			catalogId: CATALOG_IDS.cornerShop,
			cards: [
				{ sku: 'BAK-RYE', url: null },
				{ sku: 'DAI-MILK', url: null },
			],
		});
	});

	it('loses the cards whose product is not found, and is refused when none is', async () => {
		await phone.send(carousel('BAK-RYE', 'NO-SUCH', 'DAI-MILK'));
		expect(await phone.messages()).toMatchObject([
			{ products: ['BAK-RYE', 'DAI-MILK'], dropped: ['NO-SUCH'] },
		]);
		expect((await phone.chat(PABLO))[0].cards).toHaveLength(2);
		refused(await phone.send(carousel('NO-SUCH', 'HOU-LIGHTER')), 131009, /^Products not found/);
	});

	const WAREHOUSE_PRODUCT = { product_retailer_id: 'WH-00001', catalog_id: CATALOG_IDS.warehouse };
	it.each<[string, object, number, RegExp]>([
		['one card', carousel('BAK-RYE').interactive, 131009, /cards.*: 1\. Min: 2, Max: 10/],
		['eleven cards', carousel(...TEN, 'PAN-JAM').interactive, 131009, /: 11\. Min: 2, Max: 10/],
		['no cards', { ...cards(), action: {} }, 131008, /\['cards'\]/],
		['a header', { ...cards(), header: { type: 'text', text: 'x' } }, 131009, /header is not/],
		['a footer', { ...cards(), footer: { text: 'x' } }, 131009, /footer is not/],
		['no body', { ...cards(), body: undefined }, 131008, /\['body'\]/],
		['a long body', { ...cards(), body: { text: 'x'.repeat(1025) } }, 131009, /Max length: 1024/],
		['an index twice', cards({}, { card_index: 0 }), 131009, /used by another card/],
		['no index', cards({ card_index: undefined }), 131008, /card_index/],
		['an index as text', cards({ card_index: '0' }), 100, /must be an integer/],
		['an index of 10', cards({ card_index: 10 }), 131009, /from 0 to 9/],
		['a negative index', cards({ card_index: -1 }), 131009, /from 0 to 9/],
		['a media card', cards({ type: 'image' }), 131009, /must be product/],
		['a card without type', cards({ type: undefined }), 131008, /\['type'\]/],
		['a card with a button', cards({ buttons: [] }), 100, /"buttons"/],
		['a card without product', cards({ action: { catalog_id: '1' } }), 131008, /retailer_id/],
		['two catalogs', cards({ action: WAREHOUSE_PRODUCT }), 131009, /same catalog_id/],
		[
			'an unknown catalog',
			cards(...Array(2).fill({ action: { ...WAREHOUSE_PRODUCT, catalog_id: '1' } })),
			131009,
			NOT_LINKED,
		],
	])('is refused with %s', async (_name, interactive, code, details) => {
		refused(await send(interactive), code, details);
		expect(await phone.messages()).toEqual([]);
	});

	it('is answered by a question about one of its products', async () => {
		const { body } = await phone.send(carousel('BAK-RYE', 'DAI-MILK'));
		await phone.control('POST', `customers/${PABLO}/questions`, {
			body: 'Fresh?',
			sku: 'DAI-MILK',
		});
		const values = await phone.values();
		expect(values.flatMap(({ messages = [] }) => messages)).toMatchObject([
			{
				context: { id: body.messages[0].id, referred_product: { product_retailer_id: 'DAI-MILK' } },
			},
		]);
	});
});

describe('a hidden storefront', () => {
	it('refuses messages that open the catalog only, and everything with products when so wanted', async () => {
		await phone.control('PATCH', `setup/numbers/${NUMBER}`, { catalogVisible: false });
		refused(await phone.send(catalogMessage()), 131009, NOT_LINKED);
		expect((await phone.send(carousel('BAK-RYE', 'DAI-MILK'))).status).toBe(200);
		await phone.troubles({ hiddenCatalog: 'allProducts' });
		refused(await phone.send(carousel('BAK-RYE', 'DAI-MILK')), 131009, NOT_LINKED);
	});
});
