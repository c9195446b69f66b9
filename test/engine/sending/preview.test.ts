import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { CUSTOMERS } from '../../../sandbox/world/shop/world.mts';
import {
	CATALOG_ID,
	multiProduct,
	section,
	singleProduct,
	warehouseSkus,
	WAREHOUSE_ID,
} from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, messages, calls } = useSandbox();

const previewed = (parameters: IDataObject, options: object = {}) =>
	({ ...parameters, options: { previewOnly: true, ...options } }) as IDataObject;

/** The picture as the editor gets it: inside of the item, since n8n shows no SVG from its file store. */
function pictureOf({ binary }: INodeExecutionData): string {
	const { data, mimeType, fileType, id } = binary?.picture ?? {};
	expect({ mimeType, fileType, id }).toEqual({
		mimeType: 'image/svg+xml',
		fileType: 'image',
		id: undefined,
	});
	return Buffer.from(data ?? '', 'base64').toString('utf8');
}

/** The texts of a drawing, line by line. */
const textsIn = (svg: string): string[] =>
	[...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

const list = (skus: string, more: object = {}) =>
	({
		...multiProduct,
		sections: { section: [section('Bread', { skus })] },
		...more,
	}) as IDataObject;

describe('Preview Only', () => {
	it('leaves the descriptions of products out, which are long and not part of a message', async () => {
		const { json } = await runAction(credential, previewed(list('BAK-RYE')));
		const [details] = json[0].productDetails as IDataObject[];
		expect(details).toMatchObject({ sku: 'BAK-RYE', name: expect.any(String) });
		expect(details).not.toHaveProperty('description');
	});

	it('sends nothing and gives out the very request that a send makes', async () => {
		const parameters = list('BAK-RYE, BAK-BAGEL', { footerText: 'Until noon' });
		const options = { trackingData: 'campaign-7', replyToMessageId: 'wamid.HBgL' };

		const shown = await runAction(credential, previewed(parameters, options));
		expect(await messages()).toEqual([]);
		expect((await calls()).filter(({ method }) => method === 'POST')).toEqual([]);

		await runAction(credential, { ...parameters, options });
		const [sent] = await messages();
		expect(shown.json).toEqual([
			{
				status: 'preview',
				messageId: null,
				recipient: { input: '+1 650 555 1234', phone: '+16505551234', userId: null },
				catalogId: CATALOG_ID,
				products: ['BAK-RYE', 'BAK-BAGEL'],
				dropped: [],
				matched: [],
				checked: true,
				part: 1,
				parts: 1,
				trackingData: 'campaign-7',
				productDetails: [
					expect.objectContaining({
						sku: 'BAK-RYE',
						name: 'Dark Rye Loaf',
						price: 6.2,
						currency: 'USD',
						availability: 'in stock',
						sendable: true,
					}),
					expect.objectContaining({ sku: 'BAK-BAGEL' }),
				],
				payload: sent.payload,
				messagesInRun: 1,
			},
		]);
	});

	it('draws what the customer will see', async () => {
		const { items } = await runAction(
			credential,
			previewed(list('BAK-RYE, BAK-BAGUETTE', { footerText: 'Until noon' })),
		);

		expect(textsIn(pictureOf(items[0]))).toEqual([
			'Fresh today',
			'Choose what you like',
			'Until noon',
			'View items',
			'Behind “View items”',
			'Bread',
			'Dark Rye Loaf',
			'$6.20 · BAK-RYE',
			'Left out',
			'BAK-BAGUETTE is out of stock.',
		]);
	});

	it('draws a single product on the message itself', async () => {
		const { items, json } = await runAction(
			credential,
			previewed({ ...singleProduct, bodyText: 'Still warm', footerText: '' }),
		);

		expect(textsIn(pictureOf(items[0]))).toEqual([
			'Dark Rye Loaf',
			'$6.20 · BAK-RYE',
			'Still warm',
			'View',
		]);
		expect(json[0]).toMatchObject({ status: 'preview', products: ['BAK-RYE'] });
		expect(await messages()).toEqual([]);
	});

	it('warns of what would be sent anyway although nobody can order it', async () => {
		const { items, json } = await runAction(
			credential,
			previewed(list('BAK-RYE, BAK-BAGUETTE, ZZZ-UNHEARD'), {}),
		);
		expect(json[0].products).toEqual(['BAK-RYE']);

		const anyway = await runAction(
			credential,
			previewed(list('BAK-RYE, BAK-BAGUETTE, ZZZ-UNHEARD'), { unavailableProducts: 'send' }),
		);
		expect(anyway.json[0].products).toEqual(['BAK-RYE', 'BAK-BAGUETTE', 'ZZZ-UNHEARD']);
		expect(textsIn(pictureOf(anyway.items[0]))).toEqual(
			expect.arrayContaining(['Now out of stock', 'Now not in the catalog']),
		);
		expect(textsIn(pictureOf(items[0]))).not.toContain('Now out of stock');
	});

	it('shows the SKUs where the access token cannot read the catalog', async () => {
		const { items, json } = await runAction(
			{ ...credential, accessToken: 'sandbox-token-no-catalog' },
			previewed(list('BAK-RYE')),
		);

		expect(json[0].productDetails).toEqual([{ sku: 'BAK-RYE' }]);
		expect(textsIn(pictureOf(items[0]))).toContain('BAK-RYE');
		expect(textsIn(pictureOf(items[0])).join()).not.toContain('Now');
	});

	it('refuses what a send refuses', async () => {
		const { error, items } = await runAction(
			credential,
			previewed(list('BAK-RYE', { bodyText: ' ' })),
		);

		expect(items).toEqual([]);
		expect(error?.message).toBe('Body Text must be changed [item 0]');
	});

	it('shows each part of a list that is split, what is left out on the first', async () => {
		const skus = warehouseSkus(62).join(',');
		const { items, json } = await runAction(
			credential,
			previewed(list(skus, { catalogId: byId(WAREHOUSE_ID) }), { overflow: 'split' }),
		);

		expect(json.map(({ part, parts }) => [part, parts])).toEqual([
			[1, 3],
			[2, 3],
			[3, 3],
		]);
		expect(json.flatMap(({ products }) => products as string[])).toHaveLength(61);
		expect(json.map(({ dropped }) => (dropped as unknown[]).length)).toEqual([1, 0, 0]);
		expect(textsIn(pictureOf(items[1]))[0]).toBe('Fresh today (2/3)');
	});

	it('draws the first 50 messages and lists all of them', async () => {
		const { phone } = CUSTOMERS[0];
		const recipients = Array.from({ length: 60 }, () => ({ phone }));
		const { items } = await runAction(
			credential,
			previewed({ ...list('BAK-RYE'), recipient: '=+{{ $json.phone }}' }),
			{ items: recipients },
		);

		expect(items).toHaveLength(60);
		expect(items.filter(({ binary }) => binary)).toHaveLength(50);
	});

	it('holds texts of any kind: markup, other scripts, long words, control characters', async () => {
		const { items } = await runAction(
			credential,
			previewed(
				list('BAK-RYE', {
					headerText: '</text><script>alert("1")</script> & more',
					bodyText: `مرحبا بكم\n\n${'x'.repeat(120)}\u0000\u001b 🍎👨‍👩‍👧`,
				}),
			),
		);

		const svg = pictureOf(items[0]);
		expect(svg).not.toMatch(/<script|(?!\n)\p{Cc}/u);
		expect(textsIn(svg).join('')).toContain('&lt;/text&gt;&lt;script&gt;');
		expect(svg).toMatch(/direction="rtl">مرحبا بكم</);
		// A word that is too long goes on in the next line.
		const pieces = textsIn(svg).filter((text) => /^x+/.test(text));
		expect(pieces.length).toBeGreaterThan(1);
		expect(pieces.join('').replace(/[^x]/g, '')).toBe('x'.repeat(120));
	});
});
