import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import type { IDataObject } from 'n8n-workflow';

import { CREDENTIAL } from '../../support/host';
import { multiProduct, singleProduct } from '../../support/parameters';
import { byId, runAction, templateVariables } from '../../support/run';

// The sandbox takes only what Meta's pages let a product template have. Accounts may hold others: a host of its
// own answers with them here.

const body = { type: 'BODY', text: 'Hello {{1}}' };
const view = { type: 'MPM', text: 'View items' };
const link = (path: string) => ({
	type: 'URL',
	text: 'Read',
	url: `https://shop.example/${path}/{{1}}`,
});
const withButtons = (...buttons: object[]) => ({ type: 'BUTTONS', buttons });
const cards = (...components: object[]) => ({
	type: 'CAROUSEL',
	cards: Array.from({ length: 2 }, () => ({
		components: [{ type: 'HEADER', format: 'PRODUCT' }, ...components],
	})),
});

const TEMPLATES: Record<string, unknown> = {
	picture: [{ type: 'HEADER', format: 'IMAGE' }, body, withButtons(view)],
	two_links: [body, cards(withButtons(link('recipe'), link('buy')))],
	view_and_link: [body, cards(withButtons({ type: 'SPM', text: 'View' }, link('buy')))],
	place: [{ type: 'HEADER', format: 'LOCATION' }, body, withButtons(view)],
	coupon: [body, withButtons(view, { type: 'COPY_CODE' })],
	card_texts: [body, cards({ type: 'BODY', text: 'Only {{1}}' }, withButtons(link('buy')))],
	odd: [null, 7, body, withButtons(view)],
	broken: null,
};

const rows = () => [
	null,
	'a text',
	{ name: 'picture' },
	...Object.entries(TEMPLATES).map(([name, components]) => ({
		name,
		language: 'en',
		status: 'APPROVED',
		components,
	})),
];

let server: Server;
const credential = { ...CREDENTIAL };
let sent: IDataObject[] = [];

beforeAll(async () => {
	server = createServer((request, response) => {
		void answerTo(request).then((answer) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(JSON.stringify(answer));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	credential.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
	sent = [];
});
afterAll(() => server.close());

async function answerTo(request: IncomingMessage): Promise<object> {
	if (request.method !== 'POST') return { data: rows() };
	sent.push(JSON.parse(await text(request)) as IDataObject);
	return { contacts: [{ wa_id: '16505551234' }], messages: [{ id: 'wamid.1' }] };
}

const send = async (kind: string, name: string, values: object, options: object = {}) =>
	await runAction(credential, {
		operation: 'sendProductTemplate',
		phoneNumberId: multiProduct.phoneNumberId,
		recipient: multiProduct.recipient,
		catalogId: multiProduct.catalogId,
		templateKind: kind,
		template: byId(`${name}/en`),
		templateVariables: { mappingMode: 'defineBelow', value: values },
		productSource: 'skuList',
		skuList: 'BAK-RYE, TEA/1',
		options: { unavailableProducts: 'send', ...options },
	} as IDataObject);
const componentsOf = () =>
	(sent[0]?.template as { components: Array<IDataObject & { parameters: unknown }> }).components;

it('sends the picture of a header, by its address or as an upload', async () => {
	const picture = 'https://shop.example/rye.jpg';
	const { error } = await send('multiProduct', 'picture', {
		header_image: picture,
		body_1: 'Pablo',
	});
	expect(error?.description).toBeUndefined();
	expect(componentsOf()[0]).toEqual({
		type: 'header',
		parameters: [{ type: 'image', image: { link: picture } }],
	});
	await send('multiProduct', 'picture', { header_image: 1013859600285441, body_1: 'Pablo' });
	expect(JSON.stringify(sent[1])).toContain('"image":{"id":"1013859600285441"}');
});

it('sends both addresses of a card, each with its own ending', async () => {
	const { error } = await send('carousel', 'two_links', { body_1: 'Pablo', card_2: '?sku={sku}' });
	expect(error?.description).toBeUndefined();
	const [, carousel] = componentsOf();
	const [, second] = carousel?.cards as Array<{ components: IDataObject[] }>;
	expect(second?.components.slice(1)).toEqual([
		{ type: 'button', sub_type: 'url', index: 0, parameters: [{ type: 'text', text: 'TEA%2F1' }] },
		{
			type: 'button',
			sub_type: 'url',
			index: 1,
			parameters: [{ type: 'text', text: '?sku=TEA%2F1' }],
		},
	]);
});

it('sends the address of a card whose first button opens the product', async () => {
	const { error } = await send('carousel', 'view_and_link', { body_1: 'Pablo' });
	expect(error?.description).toBeUndefined();
	const [, carousel] = componentsOf();
	const [first] = carousel?.cards as Array<{ components: IDataObject[] }>;
	expect(first?.components.slice(1)).toMatchObject([
		{ sub_type: 'url', index: 1, parameters: [{ text: 'BAK-RYE' }] },
	]);
});

it('sends what can be read of a template with odd parts', async () => {
	const { error } = await send('multiProduct', 'odd', { body_1: 'Pablo' });
	expect(error?.description).toBeUndefined();
	expect(sent).toHaveLength(1);
});

it.each<[string, string, RegExp]>([
	['multiProduct', 'place', /^Template place \(en\) has a header of the format LOCATION, which/],
	['multiProduct', 'coupon', /^Template coupon \(en\) has a button of the type COPY_CODE, which/],
	[
		'carousel',
		'card_texts',
		/has a card with variables in its text, which this node does not fill/,
	],
	['multiProduct', 'broken', /is not among the product templates .* It shows no products/],
	[
		'multiProduct',
		'picture',
		/header_image is "nowhere"\. The template shows a file of the kind image/,
	],
])('refuses %s %s in words before anything is sent', async (kind, name, sentence) => {
	const { error } = await send(kind, name, {
		...(name === 'picture' && { header_image: 'nowhere' }),
		body_1: 'Pablo',
	});
	expect(error?.description).toMatch(sentence);
	expect(sent).toEqual([]);
});

it('the same holds for a fallback, before it is needed', async () => {
	const fallback = async (name: string, variable: object[]) =>
		await runAction(credential, {
			...singleProduct,
			options: {
				unavailableProducts: 'send',
				fallbackTemplate: byId(`${name}/en`),
				fallbackVariables: { variable },
			},
		} as IDataObject);
	const values = [{ name: 'body_1', value: 'Pablo' }];
	const place = await fallback('place', values);
	expect(place.error?.description).toMatch(/^Fallback Template place \(en\) has a header/);
	const picture = await fallback('picture', values);
	expect(picture.error?.description).toMatch(/^Fallback Variables › header_image is empty/);
	expect(sent).toEqual([]);
});

it('asks for each of them in the editor', async () => {
	const fieldsOf = async (name: string) =>
		(
			await templateVariables(credential, {
				operation: 'sendProductTemplate',
				template: byId(`${name}/en`),
			})
		).fields.map(({ id, displayName }) => [id, displayName]);
	expect(await fieldsOf('picture')).toEqual([
		['header_image', 'Header image · address or media ID'],
		['body_1', 'Body 1 · Hello {{1}}'],
	]);
	expect(await fieldsOf('two_links')).toEqual([
		['body_1', 'Body 1 · Hello {{1}}'],
		['card_2', 'Card button 2 · https://shop.example/buy/{{1}}'],
	]);
});
