import { BUSINESS_ACCOUNT } from '../../sandbox/world/shop/world.mts';
import { Phone, template, texts } from '../support/phoneClient.mts';
import type { Answer } from '../support/client.mts';

const phone = new Phone().use();
const EDGE = `${BUSINESS_ACCOUNT.id}/message_templates`;

const header = (text: string) => ({ type: 'HEADER', format: 'TEXT', text });
const body = (text: string) => ({ type: 'BODY', text });
const footer = (text: string) => ({ type: 'FOOTER', text });
const productHeader = { type: 'HEADER', format: 'PRODUCT' };
const buttons = (...list: object[]) => ({ type: 'BUTTONS', buttons: list });
const MPM = { type: 'MPM', text: 'View items' };
const SPM = { type: 'SPM', text: 'View' };
const CATALOG = { type: 'CATALOG', text: 'View catalog' };
const url = (change: object = {}) => ({
	type: 'URL',
	text: 'Read more',
	url: 'https://shop.example/{{1}}',
	...change,
});
const card = (...components: object[]) => ({ components });
const cards = (...list: object[]) => ({ type: 'CAROUSEL', cards: list });

const KINDS = {
	mpm: [header('Hi {{1}}'), body('Again?'), footer('Bye'), buttons(MPM)],
	spm: [productHeader, body('Again?'), buttons(SPM)],
	catalog: [body('All we have'), buttons(CATALOG)],
	carousel: [
		body('Two for you'),
		cards(card(productHeader, buttons(SPM)), card(productHeader, buttons(SPM))),
	],
	urlCarousel: [
		body('Two for you'),
		cards(card(productHeader, buttons(url())), card(productHeader, buttons(url()))),
	],
	other: [body('Your order is on its way'), buttons({ type: 'QUICK_REPLY', text: 'Thanks' })],
};

function create(components: unknown, change: object = {}): Promise<Answer> {
	return phone.graph('POST', EDGE, {
		name: 'own',
		language: 'en_US',
		category: 'MARKETING',
		components,
		...change,
	});
}

const names = ({ body: { data } }: Answer) => data.map(({ name }: any) => name);
const review = (id: string, status: string) =>
	phone.control('PATCH', `templates/${id}`, { status });

describe('the list of templates', () => {
	it('has every kind, every status that a sender meets, another language and some without products', async () => {
		const { status, body } = await phone.graph('GET', EDGE);
		expect(status).toBe(200);
		expect(
			body.data.map((row: any) => [row.name, row.language, row.category, row.status].join(' ')),
		).toEqual([
			'reorder_reminder en_US MARKETING APPROVED',
			'reorder_reminder de MARKETING APPROVED',
			'back_in_stock en_US MARKETING APPROVED',
			'browse_catalog en_US MARKETING APPROVED',
			'weekly_picks en_US MARKETING APPROVED',
			'recipes_online en_US MARKETING APPROVED',
			'winter_menu en_US MARKETING PENDING',
			'summer_sale en_US MARKETING PAUSED',
			'order_update en_US UTILITY APPROVED',
			'login_code en_US AUTHENTICATION APPROVED',
		]);
		expect(body.data[2]).toEqual({
			id: expect.stringMatching(/^\d{15}$/),
			name: 'back_in_stock',
			language: 'en_US',
			category: 'MARKETING',
			status: 'APPROVED',
			parameter_format: 'NAMED',
			components: [
				{ type: 'HEADER', format: 'PRODUCT' },
				{ type: 'BODY', text: 'Good news, {{first_name}}: {{product}} is back on the shelf.' },
				{ type: 'FOOTER', text: 'Corner Shop' },
				{ type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
			],
		});
	});

	it('would itself pass the rules of creation', async () => {
		const { body } = await phone.graph('GET', EDGE);
		for (const { id: _id, status: _status, ...seed } of body.data) {
			const answer = await phone.graph('POST', EDGE, { ...seed, name: `new_${seed.name}` });
			expect({ name: seed.name, status: answer.status }).toEqual({ name: seed.name, status: 200 });
		}
	});

	it('is filtered', async () => {
		const ask = async (query: string) => names(await phone.graph('GET', `${EDGE}?${query}`));
		expect(await ask('status=PENDING,PAUSED')).toEqual(['winter_menu', 'summer_sale']);
		expect(await ask('category=UTILITY')).toEqual(['order_update']);
		expect(await ask('language=de')).toEqual(['reorder_reminder']);
		expect(await ask('name=REMINDER&language=en_US')).toEqual(['reorder_reminder']);
		expect(await ask('name=no_such')).toEqual([]);
		for (const query of ['status=SLEEPY', 'category=FUN'])
			expect((await phone.graph('GET', `${EDGE}?${query}`)).body.error).toMatchObject({
				code: 100,
				message: expect.stringContaining('must be one of'),
			});
	});

	it('comes in pages, with the fields that were asked for', async () => {
		const first = await phone.graph('GET', `${EDGE}?fields=name,status&limit=4`);
		expect(first.body.data[0]).toEqual({
			id: expect.any(String),
			name: 'reorder_reminder',
			status: 'APPROVED',
		});
		const seen = names(first);
		let { next } = first.body.paging;
		while (next) {
			const page = await phone.graph('GET', next.split('/v26.0/')[1]);
			seen.push(...names(page));
			next = page.body.paging.next;
		}
		expect(seen).toHaveLength(10);
		const odd = await phone.graph('GET', `${EDGE}?fields=colour`);
		expect(odd.body.error.message).toContain('(colour) on node type (WhatsAppMessageTemplate)');
	});

	it('is also read one by one, with its health', async () => {
		const { body } = await phone.graph('GET', `${EDGE}?status=APPROVED,PAUSED&name=s`);
		for (const { id, name, status } of body.data) {
			const one = await phone.graph('GET', `${id}?fields=name,health_status`);
			expect(one.body).toMatchObject({
				id,
				name,
				health_status: { can_send_message: status === 'APPROVED' ? 'AVAILABLE' : 'BLOCKED' },
			});
		}
	});

	it('needs whatsapp_business_management', async () => {
		for (const method of ['GET', 'POST', 'DELETE']) {
			const answer = await phone.graph(method, EDGE, undefined, 'sandbox-token-messaging-only');
			expect(answer).toMatchObject({ status: 403, body: { error: { code: 200 } } });
		}
	});
});

describe('a new template', () => {
	it.each(Object.entries(KINDS))('of kind %s waits for its review', async (_kind, components) => {
		const { status, body } = await create(components);
		expect(status).toBe(200);
		expect(body).toEqual({
			id: expect.stringMatching(/^\d{15}$/),
			status: 'PENDING',
			category: 'MARKETING',
		});
		const { body: list } = await phone.graph('GET', `${EDGE}?name=own`);
		expect(list.data).toMatchObject([{ id: body.id, status: 'PENDING', components }]);
	});

	it('can be sent once it is approved', async () => {
		const { body: made } = await create(KINDS.other, { category: 'utility', language: 'en' });
		const send = () => phone.send(template('own', [], 'en'));
		expect((await send()).body.error.code).toBe(132001);
		expect((await review(made.id, 'APPROVED')).body).toMatchObject({ kind: 'other' });
		expect((await send()).status).toBe(200);
		await review(made.id, 'REJECTED');
		expect((await send()).body.error.code).toBe(132001);
	});

	it('may be as long as the rules allow, its types in any case', async () => {
		const components = [
			{ type: 'header', format: 'text', text: '🥐'.repeat(60) },
			{ type: 'body', text: 'x'.repeat(1024) },
			{ type: 'footer', text: 'x'.repeat(60) },
			{ type: 'buttons', buttons: [{ type: 'mpm', text: 'x'.repeat(25) }] },
		];
		expect((await create(components, { name: 'x'.repeat(512) })).status).toBe(200);
		expect((await create([productHeader, body('x'.repeat(160)), buttons(SPM)])).status).toBe(200);
		const long = url({ text: 'x'.repeat(25), url: `https://a.example/${'x'.repeat(1982)}` });
		const pair = cards(card(productHeader, buttons(long)), card(productHeader, buttons(long)));
		expect((await create([body('x'), pair], { language: 'de' })).status).toBe(200);
	});

	it('cannot have the name of another in the same language', async () => {
		await create(KINDS.catalog);
		expect((await create(KINDS.catalog)).body.error).toMatchObject({
			code: 100,
			message: '(#100) There is already a template "own" in en_US.',
		});
		expect((await create(KINDS.catalog, { language: 'de' })).status).toBe(200);
	});

	const NAMED = { parameter_format: 'named' };
	it.each<[string, unknown, RegExp, object?]>([
		['no name', KINDS.mpm, /name must be a string/, { name: undefined }],
		['a long name', KINDS.mpm, /1 to 512 characters/, { name: 'x'.repeat(513) }],
		['capitals in its name', KINDS.mpm, /lower-case/, { name: 'Own' }],
		['no language', KINDS.mpm, /language must be a string/, { language: undefined }],
		['an odd language', KINDS.mpm, /language code/, { language: 'English' }],
		['no category', KINDS.mpm, /category must be one of/, { category: undefined }],
		['an odd parameter format', KINDS.mpm, /POSITIONAL, NAMED/, { parameter_format: 'both' }],
		['an unknown key', KINDS.mpm, /"colour"/, { colour: 'red' }],
		['no components', undefined, /components must be an array/],
		['a component that is text', ['x'], /must be a JSON object/],
		['an unknown component', [{ type: 'LEGS' }], /HEADER, BODY, FOOTER/],
		['two bodies', [body('x'), body('y')], /only one component of type BODY/],
		['no body', [buttons({ type: 'QUICK_REPLY', text: 'x' })], /of type BODY/],
		['a product header without SPM', [productHeader, body('x')], /needs a button of type SPM/],
		['an unknown button', [body('x'), buttons({ type: 'PUSH' })], /must be one of {MPM/],
		['another category', KINDS.mpm, /category MARKETING/, { category: 'UTILITY' }],
		['a category of codes', KINDS.carousel, /category MARKETING/, { category: 'AUTHENTICATION' }],
		['a long header', [header('x'.repeat(61)), body('x'), buttons(MPM)], /1 to 60.*got 61/],
		['an empty header', [header(''), body('x'), buttons(MPM)], /1 to 60.*got 0/],
		['two header variables', [header('{{1}} {{2}}'), body('x'), buttons(MPM)], /one variable/],
		['no header on an MPM', [body('x'), buttons(MPM)], /of type HEADER/],
		['a product header on an MPM', [productHeader, body('x'), buttons(MPM)], /format TEXT/],
		['a text header on an SPM', [header('x'), body('x'), buttons(SPM)], /format PRODUCT/],
		['a header on a catalog', [header('x'), body('x'), buttons(CATALOG)], /cannot hold.*HEADER/],
		['two buttons', [header('x'), body('x'), buttons(MPM, MPM)], /exactly one button/],
		['a long body', [header('x'), body('x'.repeat(1025)), buttons(MPM)], /1 to 1024/],
		['a long SPM body', [productHeader, body('x'.repeat(161)), buttons(SPM)], /160 characters/],
		['a long footer', [body('x'), footer('x'.repeat(61)), buttons(CATALOG)], /1 to 60/],
		['a variable in the footer', [body('x'), footer('{{1}}'), buttons(CATALOG)], /variables/],
		['a long button', [body('x'), buttons({ ...CATALOG, text: 'x'.repeat(26) })], /1 to 25/],
		['a gap in its numbers', [body('{{1}} {{3}}'), buttons(CATALOG)], /1, 3/],
		['names where numbers belong', [body('{{city}}'), buttons(CATALOG)], /POSITIONAL: city/],
		['numbers where names belong', [body('{{1}}'), buttons(CATALOG)], /NAMED: 1/, NAMED],
		['an odd variable name', [body('{{First Name}}'), buttons(CATALOG)], /First Name/, NAMED],
		['a carousel with a footer', [...KINDS.carousel, footer('x')], /cannot hold.*FOOTER/],
		['one card', [body('x'), cards(card(productHeader, buttons(SPM)))], /2 example cards - got 1/],
		[
			'three cards',
			[body('x'), cards(...Array(3).fill(card(productHeader, buttons(SPM))))],
			/got 3/,
		],
		[
			'a card without button',
			[body('x'), cards(...Array(2).fill(card(productHeader)))],
			/of type BUTTONS/,
		],
		[
			'a card with a body',
			[body('x'), cards(...Array(2).fill(card(productHeader, body('x'), buttons(SPM))))],
			/cannot hold.*BODY/,
		],
		[
			'a card with two buttons',
			[body('x'), cards(...Array(2).fill(card(productHeader, buttons(SPM, SPM))))],
			/exactly one button/,
		],
		[
			'a card with another button',
			[body('x'), cards(...Array(2).fill(card(productHeader, buttons(MPM))))],
			/SPM or URL/,
		],
		[
			'cards with two kinds of buttons',
			[body('x'), cards(card(productHeader, buttons(SPM)), card(productHeader, buttons(url())))],
			/same button/,
		],
		['a card in a card', [body('x'), cards(card(cards()))], /a card cannot hold a carousel/],
		...['javascript:alert(1)', 'https://', 'ftp://a.example/'].map(
			(address): [string, unknown, RegExp] => [
				`the address ${address}`,
				[body('x'), buttons(url({ url: address }))],
				/web address/,
			],
		),
		[
			'a variable before the end',
			[body('x'), buttons(url({ url: 'https://a.example/{{1}}/x' }))],
			/at its end/,
		],
		[
			'two variables in an address',
			[body('x'), buttons(url({ url: 'https://a.example/{{1}}{{2}}' }))],
			/at its end/,
		],
		[
			'a long address',
			[body('x'), buttons(url({ url: `https://a.example/${'x'.repeat(1983)}` }))],
			/1 to 2000/,
		],
		[
			'a URL button without words',
			[body('x'), buttons(url({ text: undefined }))],
			/text'\] must be a string/,
		],
	])('is refused with %s', async (_name, components, words, change = {}) => {
		const answer = await create(components, change);
		expect(answer).toMatchObject({
			status: 400,
			body: { error: { code: 100, message: expect.stringMatching(words) } },
		});
		expect(names(await phone.graph('GET', EDGE))).toHaveLength(10);
	});

	it('is deleted by its name, in all languages', async () => {
		expect((await phone.graph('DELETE', `${EDGE}?name=reorder_reminder`)).body).toEqual({
			success: true,
		});
		expect(names(await phone.graph('GET', EDGE))).toHaveLength(8);
		for (const query of ['?name=reorder_reminder', '?name=reorder', '', '?name='])
			expect((await phone.graph('DELETE', EDGE + query)).body.error.code).toBe(100);
		expect(names(await phone.graph('GET', EDGE))).toHaveLength(8);
		await phone.control('POST', 'reset');
		expect(names(await phone.graph('GET', EDGE))).toHaveLength(10);
	});
});

describe('the review', () => {
	it('shows what it knows, and takes a status and nothing else', async () => {
		const { body } = await phone.control('GET', 'templates');
		expect(body.map(({ kind }: any) => kind)).toEqual([
			'mpm',
			'mpm',
			'spm',
			'catalog',
			'carousel',
			'carousel',
			'mpm',
			'catalog',
			'other',
			'other',
		]);
		const { id } = body[0];
		expect(await review('1', 'APPROVED')).toMatchObject({ status: 404 });
		expect((await review(id, 'LIKED')).body.error).toMatch(/^"status" must be one of PENDING,/);
		expect((await phone.control('PATCH', `templates/${id}`, { name: 'x' })).body.error).toMatch(
			/^There is no "name" here/,
		);
		expect((await phone.control('PATCH', `templates/${id}`, {})).body.status).toBe('APPROVED');
	});

	it('is explained in the log', async () => {
		await phone.send(template('winter_menu', [texts('body')]));
		expect((await phone.log()).at(-1)).toMatchObject({
			summary: 'Send template winter_menu to Pablo Morales',
			status: 404,
			reason: expect.stringMatching(/does not exist in en_US\. .*review/),
		});
	});
});
