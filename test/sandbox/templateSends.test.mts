import { BUSINESS_ACCOUNT, CATALOG_IDS } from '../../sandbox/world/shop/world.mts';
import {
	actionButton,
	carouselTemplate,
	catalogTemplate,
	mpmTemplate,
	PABLO,
	Phone,
	product,
	productHeader,
	SAM,
	spmTemplate,
	template,
	texts,
	urlCarouselTemplate,
} from '../support/phoneClient.mts';
import { GERMAN_NUMBER, NUMBER, refused } from '../support/client.mts';
import type { Answer } from '../support/client.mts';

const phone = new Phone().use();
const THUMBNAIL = 'thumbnail_product_retailer_id';
const NOT_FOUND = /^Products not found in FB Catalog$/;
const NOT_LINKED = /catalog is linked/;

const FORMS: Record<string, (...skus: [string, string]) => object> = {
	mpm: (...skus) => mpmTemplate([skus]),
	spm: (sku) => spmTemplate(sku),
	catalog: (sku) => catalogTemplate(sku),
	carousel: carouselTemplate,
	urlCarousel: urlCarouselTemplate,
};

const approve = (id: string, status = 'APPROVED') =>
	phone.control('PATCH', `templates/${id}`, { status });

/** A new template of one's own, approved. */
async function approved(components: unknown[], more: object = {}): Promise<Answer> {
	const answer = await phone.graph('POST', `${BUSINESS_ACCOUNT.id}/message_templates`, {
		name: 'own',
		language: 'en',
		category: 'MARKETING',
		components,
		...more,
	});
	expect(answer.status).toBe(200);
	return approve(answer.body.id);
}
const own = (components: unknown) => template('own', components, 'en');

async function isRefused(message: object, code: number, details: RegExp): Promise<void> {
	refused(await phone.send(message), code, details);
	expect(await phone.messages()).toEqual([]);
}

describe('a template', () => {
	it.each(Object.entries(FORMS))(
		'of kind %s is accepted, with its status, in and outside the window',
		async (_kind, form) => {
			for (const window of ['open', 'closed'] as const) {
				await phone.troubles({ window });
				const { status, body } = await phone.send(form('BAK-RYE', 'DAI-MILK'));
				expect(status).toBe(200);
				expect(body.messages).toEqual([
					{ id: expect.stringMatching(/^wamid\./), message_status: 'accepted' },
				]);
			}
			await phone.sandbox.settled();
			expect(await phone.messages()).toMatchObject(
				Array(2).fill({ type: 'template', fate: 'delivered', category: 'MARKETING' }),
			);
			expect(await phone.chat(PABLO)).toMatchObject(
				Array(2).fill({ status: 'delivered', template: { name: expect.any(String) } }),
			);
			const [sent] = (await phone.values()).flatMap(({ statuses = [] }) => statuses);
			expect(sent.pricing.category).toBe('marketing');
		},
	);

	it.each(Object.entries(FORMS))(
		'of kind %s fails late on an old app, and is not refused for it',
		async (_kind, form) => {
			await phone.send({ ...form('BAK-RYE', 'DAI-MILK'), to: undefined, recipient: SAM });
			await phone.sandbox.settled();
			expect((await phone.chat(SAM))[0]).toMatchObject({
				status: 'failed',
				failure: { code: 131026 },
			});
		},
	);

	it.each(Object.entries(FORMS))(
		'of kind %s is refused when its products are not found, and from a catalog that is not linked',
		async (_kind, form) => {
			await isRefused(form('NO-SUCH', 'HOU-LIGHTER'), 131009, NOT_FOUND);
			for (const id of Object.values(CATALOG_IDS))
				await phone.control('PATCH', `setup/catalogs/${id}`, { connected: false });
			await isRefused(form('BAK-RYE', 'DAI-MILK'), 131009, NOT_LINKED);
		},
	);

	it.each([
		['PENDING', 132001],
		['REJECTED', 132001],
		['PAUSED', 132015],
		['DISABLED', 132016],
	])('that is %s is refused with %i', async (status, code) => {
		const { body } = await phone.control('GET', 'templates');
		const { id } = body.find(({ name }: any) => name === 'browse_catalog');
		await approve(id, status);
		await isRefused(catalogTemplate(), code, /browse_catalog/);
		await approve(id);
		expect((await phone.send(catalogTemplate())).status).toBe(200);
	});

	it.each<[string, object, number, RegExp]>([
		['an unknown name', template('no_such', []), 132001, /no_such.*does not exist in en_US/],
		['an unknown language', mpmTemplate([['BAK-RYE']], 'fr'), 132001, /does not exist in fr/],
		['no name', { type: 'template', template: { language: { code: 'de' } } }, 131008, /\['name'\]/],
		['no language', { type: 'template', template: { name: 'x' } }, 131008, /\['language'\]/],
		[
			'a language as text',
			{ type: 'template', template: { name: 'x', language: 'de' } },
			100,
			/JSON/,
		],
		['nothing', { type: 'template' }, 131008, /template/],
		['a name that is too long', template('x'.repeat(513), []), 131009, /Max length: 512/],
		[
			'an unknown key',
			{ type: 'template', template: { name: 'x', language: { code: 'de' }, header: 1 } },
			100,
			/"header"/,
		],
		[
			'a component of an unknown type',
			template('browse_catalog', [{ type: 'footer' }]),
			131009,
			/must be one of header, body, button - got "footer"/,
		],
		[
			'a component twice',
			template('browse_catalog', [texts('body', 'x'), texts('body', 'x')]),
			131009,
			/only one component/,
		],
		['components that are no list', template('browse_catalog', {}), 100, /must be an array/],
	])('is refused with %s', async (_name, message, code, details) => {
		await isRefused(message, code, details);
	});

	it('exists in each language for itself', async () => {
		await phone.send(mpmTemplate([['BAK-RYE']], 'de'));
		expect((await phone.chat(PABLO))[0]).toMatchObject({
			headerText: 'Pablo, alles noch da?',
			buttonText: 'Artikel ansehen',
			template: { name: 'reorder_reminder', language: 'de' },
		});
	});

	it('without products goes out too, also to an old app', async () => {
		await phone.send({ ...template('order_update', [texts('body', '4711')]), to: '+16505550199' });
		await phone.sandbox.settled();
		expect((await phone.chat(SAM))[0]).toMatchObject({
			kind: 'template',
			bodyText: 'Your order 4711 is on its way.',
			footerText: 'Corner Shop',
			status: 'delivered',
		});
		const [sent] = (await phone.values()).flatMap(({ statuses = [] }) => statuses);
		expect(sent.pricing.category).toBe('utility');
	});

	it('for authentication needs a phone number; all others take a user id', async () => {
		const code = template('login_code', [texts('body', '123456')]);
		expect((await phone.send(code)).status).toBe(200);
		refused(await phone.send({ ...code, to: undefined, recipient: PABLO }), 131062, /phone number/);
		const to = { to: undefined, recipient: PABLO };
		expect((await phone.send({ ...spmTemplate('BAK-RYE'), ...to })).status).toBe(200);
	});

	it('held or paused on its way is answered so, and does not arrive', async () => {
		for (const templateSends of ['held_for_quality_assessment', 'paused'] as const) {
			await phone.troubles({ templateSends });
			const { body } = await phone.send(catalogTemplate());
			expect(body.messages[0].message_status).toBe(templateSends);
		}
		expect((await phone.send(product())).body.messages[0].message_status).toBeUndefined();
		await phone.sandbox.settled();
		expect((await phone.messages()).map(({ fate }) => fate)).toEqual(['held', 'held', 'delivered']);
		expect(await phone.chat(PABLO)).toMatchObject([{ kind: 'product' }]);
	});

	it('that opens the catalog is refused by a hidden storefront, the others as the trouble wants it', async () => {
		refused(await phone.send(catalogTemplate(), GERMAN_NUMBER), 131009, NOT_LINKED);
		for (const form of [mpmTemplate([['BAK-RYE']]), spmTemplate('BAK-RYE')]) {
			await phone.troubles({ hiddenCatalog: 'catalogMessages' });
			expect((await phone.send(form, GERMAN_NUMBER)).status).toBe(200);
			await phone.troubles({ hiddenCatalog: 'allProducts' });
			refused(await phone.send(form, GERMAN_NUMBER), 131009, NOT_LINKED);
		}
	});
});

describe('parameters', () => {
	const body = (...values: string[]) => texts('body', ...values);
	const button = actionButton('CATALOG', { [THUMBNAIL]: 'BAK-RYE' });
	const withBody = (parameters: unknown) =>
		template('browse_catalog', [{ type: 'body', parameters }, button]);

	it.each<[string, object, number, RegExp]>([
		['too few', template('browse_catalog', [button]), 132000, /^body.*\(0\).*\(1\)$/],
		['an empty list', withBody([]), 132000, /\(0\).*\(1\)/],
		['too many', template('browse_catalog', [body('a', 'b'), button]), 132000, /\(2\).*\(1\)/],
		[
			'a header where there is none',
			template('browse_catalog', [texts('header', 'x'), body('a'), button]),
			132000,
			/^header.*\(1\).*\(0\)/,
		],
		[
			'a product where there is none',
			template('browse_catalog', [productHeader('BAK-RYE'), body('a'), button]),
			132012,
			/expected TEXT, received PRODUCT/,
		],
		[
			'another type',
			withBody([{ type: 'image', image: {} }]),
			132012,
			/expected TEXT, received IMAGE/,
		],
		['an empty text', withBody([{ type: 'text', text: '' }]), 131008, /missing text value/],
		['no text', withBody([{ type: 'text' }]), 131008, /missing text value/],
		['a number', withBody([{ type: 'text', text: 7 }]), 100, /must be a string/],
		['no type', withBody([{ text: 'x' }]), 131008, /\['type'\]/],
		['an unknown key', withBody([{ type: 'text', text: 'x', txet: 'y' }]), 100, /"txet"/],
		['a bare text', withBody(['x']), 100, /JSON object/],
		[
			'a name in a positional template',
			withBody([{ type: 'text', text: 'x', parameter_name: '1' }]),
			132012,
			/positional/,
		],
		[
			'a rendered text that is too long',
			withBody([{ type: 'text', text: 'x'.repeat(1024) }]),
			132005,
			/Max: 1024/,
		],
	])('%s: refused', async (_name, message, code, details) => {
		await isRefused(message, code, details);
	});

	it('fill the longest text that fits, a variable twice in a text being one', async () => {
		const components = [{ type: 'BODY', text: '{{1}}{{2}} {{1}}' }];
		await approved(components, { category: 'UTILITY' });
		expect((await phone.send(own([body('x'.repeat(500), 'y'.repeat(23))]))).status).toBe(200);
		expect((await phone.chat(PABLO))[0].bodyText).toHaveLength(1024);
		refused(await phone.send(own([body('x'.repeat(500), 'y'.repeat(24))])), 132005, /1025/);
	});

	it('fill a header up to its 60', async () => {
		const send = (name: string) => {
			const message = mpmTemplate([['BAK-RYE']]);
			message.template.components = [
				texts('header', name),
				...(message.template.components as object[]).slice(1),
			];
			return phone.send(message);
		};
		const rest = ', running low?'.length;
		expect((await send('é'.repeat(60 - rest))).status).toBe(200);
		refused(await send('é'.repeat(61 - rest)), 132005, /^header.*61\. Max: 60/);
	});

	const named = (...names: unknown[]) =>
		template('back_in_stock', [
			productHeader('BAK-RYE'),
			{
				type: 'body',
				parameters: names.map((name) => ({ type: 'text', text: 'x', parameter_name: name })),
			},
		]);
	it.each<[string, object, number, RegExp]>([
		[
			'no name',
			named(undefined, undefined),
			132012,
			/parameter_name must be one of first_name, product - got nothing/,
		],
		['an unknown name', named('first_name', 'city'), 132012, /got "city"/],
		['a name twice', named('product', 'product'), 132012, /given twice/],
		['one too few', named('product'), 132000, /\(1\).*\(2\)/],
		['one too many', named('product', 'first_name', 'city'), 132000, /\(3\).*\(2\)/],
	])('by name, %s: refused', async (_name, message, code, details) => {
		await isRefused(message, code, details);
	});

	it('by name come in any order', async () => {
		await phone.send(spmTemplate('BAK-RYE'));
		expect((await phone.chat(PABLO))[0]).toMatchObject({
			kind: 'product',
			bodyText: 'Good news, Pablo: Our rye bread is back on the shelf.',
		});
	});
});

describe('an MPM template', () => {
	const send = (action: unknown, change: object = {}) =>
		template('reorder_reminder', [
			texts('header', 'Pablo'),
			texts('body', 'rye', 'Mira'),
			{ ...actionButton('mpm', action as object), ...change },
		]);
	const items = (...skus: string[]) => skus.map((sku) => ({ product_retailer_id: sku }));
	const sections = (count: number) =>
		Array.from({ length: count }, () => ({ title: 'A', product_items: items('BAK-RYE') }));
	const full = { [THUMBNAIL]: 'BAK-RYE', sections: sections(1) };

	it('shows header, body, footer, button and what is found of its products', async () => {
		await phone.send(mpmTemplate([['BAK-RYE', 'NO-SUCH'], ['SWE-CHRISTMAS'], ['DAI-MILK']]));
		expect((await phone.chat(PABLO))[0]).toMatchObject({
			kind: 'product_list',
			catalogId: CATALOG_IDS.cornerShop,
			headerText: 'Pablo, running low?',
			bodyText: expect.stringMatching(/^Last time you ordered rye bread\..*Mira is on the way\.$/),
			footerText: 'Corner Shop, open until six',
			buttonText: 'View items',
			thumbnailSku: 'BAK-RYE',
			sections: [
				{ title: 'Shelf 1', skus: ['BAK-RYE'] },
				{ title: 'Shelf 3', skus: ['DAI-MILK'] },
			],
			dropped: ['NO-SUCH', 'SWE-CHRISTMAS'],
		});
	});

	it('takes ten sections and thirty products, the index as a text too', async () => {
		expect(
			(await phone.send(send({ ...full, sections: sections(10) }, { index: '0' }))).status,
		).toBe(200);
		const thirty = [{ product_items: items(...Array(30).fill('BAK-RYE')) }];
		expect((await phone.send(send({ ...full, sections: thirty }))).status).toBe(200);
	});

	it.each<[string, object, number, RegExp]>([
		[
			'no button',
			template('reorder_reminder', [texts('header', 'a'), texts('body', 'a', 'b')]),
			131008,
			/MPM requires/,
		],
		['a button without parameters', send(full, { parameters: [] }), 131008, /MPM requires/],
		[
			'two parameters',
			send(full, { parameters: Array(2).fill({ type: 'action', action: full }) }),
			132000,
			/\(2\).*\(1\)/,
		],
		[
			'a text as parameter',
			send(full, { parameters: [{ type: 'text', text: 'x' }] }),
			132012,
			/expected ACTION, received TEXT/,
		],
		[
			'another button',
			send(full, { sub_type: 'catalog' }),
			132012,
			/expected MPM, received CATALOG/,
		],
		['another index', send(full, { index: 1 }), 132012, /index 0/],
		['no index', send(full, { index: undefined }), 131008, /\['index'\]/],
		['an odd index', send(full, { index: 'first' }), 100, /integer/],
		['no action', send(undefined), 131008, /\['action'\]/],
		['no thumbnail', send({ sections: sections(1) }), 131008, /thumbnail/],
		[
			'a thumbnail that is not in the catalog',
			send({ ...full, [THUMBNAIL]: 'NO-SUCH' }),
			131009,
			NOT_FOUND,
		],
		['a catalog id', send({ ...full, catalog_id: '1' }), 100, /"catalog_id"/],
		['no sections', send({ [THUMBNAIL]: 'BAK-RYE' }), 131008, /sections/],
		[
			'eleven sections',
			send({ ...full, sections: sections(11) }),
			131009,
			/: 11\. Min: 1, Max: 10/,
		],
		[
			'31 products',
			send({
				...full,
				sections: [
					{ title: 'A', product_items: items(...Array(16).fill('BAK-RYE')) },
					{ title: 'B', product_items: items(...Array(15).fill('BAK-RYE')) },
				],
			}),
			131009,
			/Too many products: 31/,
		],
		[
			'a long title',
			send({ ...full, sections: [{ title: 'x'.repeat(25), product_items: items('BAK-RYE') }] }),
			131009,
			/Max length: 24/,
		],
		[
			'cards',
			template('reorder_reminder', [{ type: 'carousel', cards: [] }]),
			131009,
			/got "carousel"/,
		],
	])('is refused with %s', async (_name, message, code, details) => {
		await isRefused(message, code, details);
	});
});

describe('an SPM template', () => {
	const send = (header: object | null, ...more: object[]) =>
		own([...(header ? [header] : []), ...more]);
	const SPM = [
		{ type: 'HEADER', format: 'PRODUCT' },
		{ type: 'BODY', text: 'Back again' },
		{ type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
	];

	it.each<[string, object, number, RegExp]>([
		['no header', send(null), 132012, /expected PRODUCT, received UNKNOWN/],
		['a text header', send(texts('header', 'x')), 132012, /expected PRODUCT, received TEXT/],
		[
			'two products',
			send({ type: 'header', parameters: Array(2).fill(productHeader('BAK-RYE').parameters[0]) }),
			132000,
			/\(2\).*\(1\)/,
		],
		[
			'a button',
			send(productHeader('BAK-RYE'), actionButton('spm', {})),
			132012,
			/takes no parameters/,
		],
		[
			'no SKU',
			send({ type: 'header', parameters: [{ type: 'product', product: { catalog_id: '1' } }] }),
			131008,
			/retailer_id/,
		],
		[
			'no catalog',
			send({
				type: 'header',
				parameters: [{ type: 'product', product: { product_retailer_id: 'BAK-RYE' } }],
			}),
			131008,
			/catalog_id/,
		],
		['an unknown catalog', send(productHeader('BAK-RYE', '1')), 131009, NOT_LINKED],
		['a product that is not found', send(productHeader('NO-SUCH')), 131009, NOT_FOUND],
	])('is refused with %s', async (_name, message, code, details) => {
		await approved(SPM);
		await isRefused(message, code, details);
	});

	it('shows its product from any linked catalog, its body no longer than 160', async () => {
		const [header, , buttons] = SPM;
		await approved([header, { type: 'BODY', text: 'Hello {{1}}' }, buttons]);
		const body = (text: string) =>
			send(productHeader('WH-00001', CATALOG_IDS.warehouse), texts('body', text));
		expect((await phone.send(body('x'.repeat(154)))).status).toBe(200);
		expect((await phone.chat(PABLO))[0]).toMatchObject({
			kind: 'product',
			catalogId: CATALOG_IDS.warehouse,
			sku: 'WH-00001',
			footerText: null,
			buttonText: 'View',
		});
		refused(await phone.send(body('x'.repeat(155))), 132005, /161\. Max: 160/);
	});
});

describe('a catalog template', () => {
	const send = (...more: object[]) => template('browse_catalog', [texts('body', 'Pablo'), ...more]);
	const button = actionButton('catalog', { [THUMBNAIL]: 'BAK-RYE' });

	it.each<[string, object, number, RegExp]>([
		['no button', send(), 131008, /CATALOG requires/],
		['no thumbnail', send(actionButton('CATALOG', {})), 131008, /thumbnail/],
		[
			'sections',
			send(actionButton('CATALOG', { [THUMBNAIL]: 'BAK-RYE', sections: [] })),
			100,
			/"sections"/,
		],
		[
			'a thumbnail that is not in the catalog',
			send(actionButton('CATALOG', { [THUMBNAIL]: 'X' })),
			131009,
			NOT_FOUND,
		],
		[
			'an MPM button',
			send({ ...button, sub_type: 'mpm' }),
			132012,
			/expected CATALOG, received MPM/,
		],
		['two buttons', send(button, { ...button, index: 1 }), 132012, /one button/],
	])('is refused with %s', async (_name, message, code, details) => {
		await isRefused(message, code, details);
	});

	it('opens the connected catalog', async () => {
		await phone.send(send(button));
		expect((await phone.chat(PABLO))[0]).toMatchObject({
			kind: 'catalog_message',
			catalogId: CATALOG_IDS.cornerShop,
			thumbnailSku: 'BAK-RYE',
			bodyText: 'Hello Pablo, everything we sell, in one place.',
			buttonText: 'View catalog',
		});
	});
});

describe('a carousel template', () => {
	const card = (index: unknown, ...components: object[]) => ({ card_index: index, components });
	const spm = (cards: unknown) =>
		template('weekly_picks', [texts('body', 'Pablo'), { type: 'carousel', cards }]);
	const link = (text: unknown) => ({
		type: 'button',
		sub_type: 'url',
		index: 0,
		parameters: text === undefined ? [] : [{ type: 'text', text }],
	});
	const urls = (...links: object[]) =>
		template('recipes_online', [
			{
				type: 'carousel',
				cards: ['BAK-RYE', 'DAI-MILK'].map((sku, index) =>
					card(index, productHeader(sku), ...(links[index] ? [links[index]] : [])),
				),
			},
		]);
	const second = card(1, productHeader('DAI-MILK'));

	it('approved with two cards goes out with ten', async () => {
		const skus = [
			'BAK-RYE',
			'DAI-MILK',
			'BAK-BAGEL',
			'FRU-APPLE',
			'FRU-LEMON',
			'PAN-RICE',
			'PAN-PASTA',
			'HOU-SOAP',
			'HOU-TOTE',
			'NO-SUCH',
		];
		await phone.send(carouselTemplate(...skus));
		expect((await phone.chat(PABLO))[0]).toMatchObject({
			kind: 'carousel',
			bodyText: 'This week’s picks for you, Pablo.',
			buttonText: 'View',
			cards: skus.slice(0, 9).map((sku) => ({ sku, url: null })),
			dropped: ['NO-SUCH'],
		});
	});

	it('with URL buttons leads to each card’s own address', async () => {
		await phone.send(urls(link('rye?a=1'), link('milk')));
		expect((await phone.chat(PABLO))[0]).toMatchObject({
			buttonText: 'Read recipe',
			cards: [
				{ sku: 'BAK-RYE', url: 'https://shop.example/recipes/rye?a=1' },
				{ sku: 'DAI-MILK', url: 'https://shop.example/recipes/milk' },
			],
		});
	});

	it.each<[string, object, number, RegExp]>([
		['no carousel', template('weekly_picks', [texts('body', 'Pablo')]), 131008, /carousel/],
		['one card', spm([second]), 131009, /: 1\. Min: 2, Max: 10/],
		['eleven cards', carouselTemplate(...Array(11).fill('BAK-RYE')), 131009, /: 11\. Min: 2/],
		['an index twice', spm([second, second]), 131009, /used by another/],
		['no index', spm([card(undefined, productHeader('BAK-RYE')), second]), 131008, /card_index/],
		['a card without product', spm([card(0), second]), 132012, /received UNKNOWN/],
		[
			'a card with a body',
			spm([card(0, productHeader('BAK-RYE'), texts('body', 'x')), second]),
			131009,
			/header, button - got "body"/,
		],
		[
			'an unknown key on a card',
			spm([{ ...card(0, productHeader('BAK-RYE')), type: 'product' }, second]),
			100,
			/"type"/,
		],
		[
			'two catalogs',
			spm([card(0, productHeader('WH-00001', CATALOG_IDS.warehouse)), second]),
			131009,
			/same catalog_id/,
		],
		[
			'an address on an SPM card',
			spm([card(0, productHeader('BAK-RYE'), link('x')), second]),
			132012,
			/takes no parameters/,
		],
		['a URL card without address', urls(link('x')), 132000, /button.*\(0\).*\(1\)/],
		['a URL card with an empty address', urls(link('x'), link('')), 131008, /missing text/],
		[
			'a URL card with a button without parameters',
			urls(link('x'), link(undefined)),
			132000,
			/\(0\).*\(1\)/,
		],
		['a URL that is too long', urls(link('x'), link('y'.repeat(2000))), 132005, /Max: 2000/],
		[
			'a message-level button',
			template('weekly_picks', [texts('body', 'x'), { type: 'carousel', cards: [] }, link('x')]),
			132012,
			/takes no parameters/,
		],
	])('is refused with %s', async (_name, message, code, details) => {
		await isRefused(message, code, details);
	});
});

describe('a number that is not registered', () => {
	it('sends nothing at all', async () => {
		await phone.control('PATCH', `setup/numbers/${NUMBER}`, { registered: false });
		for (const message of [catalogTemplate(), product()])
			await isRefused(message, 133010, /not registered/);
		expect((await phone.send(product(), GERMAN_NUMBER)).status).toBe(200);
	});
});
