import {
	readProductTemplate,
	readTemplate,
} from '../../../../nodes/shared/payload/templates/productTemplate';
import { variablesOf } from '../../../../nodes/shared/payload/templates/templateVariables';

const row = (components: unknown, more: object = {}) => ({
	name: 'weekly_list',
	language: 'en_US',
	status: 'APPROVED',
	components,
	...more,
});
const body = { type: 'BODY', text: 'Hello {{1}}' };
const buttons = (...list: object[]) => ({ type: 'BUTTONS', buttons: list });
const view = { type: 'MPM', text: 'View items' };
const link = (url: string) => ({ type: 'URL', text: 'Read', url });
const card = (...components: object[]) => ({
	components: [{ type: 'HEADER', format: 'PRODUCT' }, ...components],
});
const carousel = (...cards: object[]) => [body, { type: 'CAROUSEL', cards }];

const read = (components: unknown) => {
	const template = readProductTemplate(row(components));
	if (!template) throw new Error('no product template');
	return template;
};
const keys = (components: unknown) => variablesOf(read(components)).map(({ key }) => key);

describe('what a send fills in', () => {
	it('is each variable of header and body, in their order', () => {
		const header = { type: 'HEADER', format: 'TEXT', text: '{{1}}, running low?' };
		expect(keys([header, body, buttons(view)])).toEqual(['header_1', 'body_1']);
	});

	it.each(['IMAGE', 'VIDEO', 'DOCUMENT', 'image'])('is the file of a header %s', (format) => {
		const header = { type: 'HEADER', format };
		expect(keys([header, body, buttons(view)])).toEqual([
			`header_${format.toLowerCase()}`,
			'body_1',
		]);
	});

	it('is the address of each button with a variable, by its place among all buttons', () => {
		const shop = link('https://shop.example/a/{{1}}');
		const fixed = link('https://shop.example');
		expect(keys([body, buttons(fixed, shop, view, shop)])).toEqual([
			'body_1',
			'button_2',
			'button_4',
		]);
		expect(read([body, buttons(fixed, shop, view, shop)]).buttonIndex).toBe(2);
	});

	it('is the second address of each card: the first has a field of its own', () => {
		const shop = link('https://shop.example/a/{{1}}');
		const two = card(buttons({ type: 'SPM', text: 'View' }, shop, shop));
		expect(keys(carousel(two, two))).toEqual(['body_1', 'card_3']);
		expect(read(carousel(two, two)).cardLinks.map(({ index }) => index)).toEqual([1, 2]);
	});
});

describe('what cannot be filled in is named', () => {
	const plain = buttons({ type: 'SPM', text: 'View' });
	it.each<[string, object[], string[]]>([
		['a list', [body, buttons(view)], []],
		[
			'a place in the header',
			[{ type: 'HEADER', format: 'LOCATION' }, body, buttons(view)],
			['a header of the format LOCATION'],
		],
		[
			'a kind of header that Meta adds one day',
			[{ type: 'HEADER', format: 'HOLOGRAM' }, body, buttons(view)],
			['a header of the format HOLOGRAM'],
		],
		[
			'a code to copy',
			[body, buttons(view, { type: 'COPY_CODE' })],
			['a button of the type COPY_CODE'],
		],
		[
			'an offer with a clock',
			[body, { type: 'LIMITED_TIME_OFFER' }, buttons(view)],
			['a limited-time offer'],
		],
		['cards', carousel(card(plain), card(plain)), []],
		[
			'a card with variables in its text, each told once',
			carousel(
				card({ type: 'BODY', text: 'Only {{1}}' }, plain),
				card({ type: 'BODY', text: '{{1}}' }, plain),
			),
			['a card with variables in its text'],
		],
		[
			'a card with a picture beside one with a product',
			carousel(card(plain), { components: [{ type: 'HEADER', format: 'IMAGE' }] }),
			['a card without a product'],
		],
	])('%s', (_name, components, unfillable) => {
		expect(read(components).unfillable).toEqual(unfillable);
	});
});

describe('odd rows', () => {
	it.each([
		['nothing', undefined],
		['null', null],
		['a text', 'weekly_list'],
		['no language', { name: 'weekly_list' }],
		['a number as name', { name: 1, language: 'en' }],
	])('%s is no template', (_name, given) => {
		expect(readTemplate(given)).toBeNull();
	});

	it.each<[string, unknown]>([
		['no components', undefined],
		['null', null],
		['a text', 'BODY'],
		['entries of other kinds', [null, 1, 'BODY', [], {}]],
		['cards that are none', [body, { type: 'CAROUSEL', cards: [null, 1, { components: 'none' }] }]],
		['buttons that are none', [body, { type: 'BUTTONS', buttons: 'MPM' }]],
	])('with %s still has its name and language, and shows no products', (_name, components) => {
		expect(readTemplate(row(components))).toEqual({
			name: 'weekly_list',
			language: 'en_US',
			status: 'APPROVED',
			product: null,
		});
	});

	it('keeps what can be read beside what cannot', () => {
		const template = read([null, { ...body, format: 7 }, buttons(view, null as never), 3]);
		expect(template).toMatchObject({ kind: 'multiProduct', body: { variables: ['1'] } });
		expect(readTemplate(row([body, buttons(view)], { status: null }))).toMatchObject({
			status: '',
			product: { status: '' },
		});
	});
});
